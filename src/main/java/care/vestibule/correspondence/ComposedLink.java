package care.vestibule.correspondence;

/**
 * A link in clear; only the agent ever holds one.
 *
 * @param url the address with everything secret after the {@code #}
 * @param secretHash what recognises the secret, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record ComposedLink(String url, byte[] secretHash) {

  /** Never the link. */
  @Override
  public String toString() {
    return "ComposedLink";
  }
}
