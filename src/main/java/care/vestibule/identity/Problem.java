package care.vestibule.identity;

import java.net.URI;

/**
 * Refuses a request in the form of RFC 9457.
 *
 * <p>Its title stands in the messages under {@code api.problem.<slug>}: it says what to do, and
 * holds no input, name or address. What belongs to somebody else is {@link Kind#NOT_FOUND}, so that
 * a refusal confirms nothing.
 */
public final class Problem extends RuntimeException {

  /** What kind of refusal it is; each is one status of HTTP. */
  public enum Kind {
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    UNPROCESSABLE,
    TOO_MANY,
    FAULT,
    UNAVAILABLE
  }

  private final Kind kind;
  private final String slug;

  /**
   * A problem of the type {@code urn:vestibule:problem:<slug>}.
   *
   * @param slug stable, lower case words joined by hyphens
   * @throws IllegalArgumentException if the slug is malformed
   */
  public Problem(Kind kind, String slug) {
    super(slug, null, false, false);
    if (!slug.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("Not a problem");
    }
    this.kind = kind;
    this.slug = slug;
  }

  /** Something that is not there, or not for the one who asks. */
  public static Problem notFound() {
    return new Problem(Kind.NOT_FOUND, "not-found");
  }

  /** What kind of refusal it is. */
  public Kind kind() {
    return kind;
  }

  /** The last part of the type. */
  public String slug() {
    return slug;
  }

  /** The stable type of the problem. */
  public URI type() {
    return URI.create("urn:vestibule:problem:" + slug);
  }
}
