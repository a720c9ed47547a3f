package care.vestibule.crypto;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a manifest says about one shared entity.
 *
 * @param entity the entity's identifier
 * @param type the FHIR resource type, 1 to 64 letters
 * @param version the version that was shared, from 1
 * @param contentKey the name of the content key that was handed over
 */
public record ManifestEntry(UUID entity, String type, int version, KeyId contentKey) {

  private static final Pattern TYPE = Pattern.compile("[A-Za-z]{1,64}");

  /** Refuses versions that are not positive and types that are none. */
  public ManifestEntry {
    if (version < 1 || !isType(type)) {
      throw new IllegalArgumentException("An entity has a FHIR type and a version from 1");
    }
  }

  static boolean isType(String type) {
    return TYPE.matcher(type).matches();
  }

  /** The leaf of the Merkle tree, without the byte that tells leaves from nodes. */
  byte[] leaf() {
    return new TlvWriter()
        .uuid(1, entity)
        .text(2, type)
        .int32(3, version)
        .bytes(4, contentKey.value())
        .toBytes();
  }
}
