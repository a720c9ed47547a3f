package care.vestibule.records;

import care.vestibule.directory.HcpId;
import java.util.Set;

/**
 * What became of something that was taken in.
 *
 * @param effect what was done
 * @param version the version that stands now
 * @param withoutKey the holders who have no key yet and got nothing
 */
public record Receipt(Effect effect, int version, Set<HcpId> withoutKey) {

  /** What taking something in did. */
  public enum Effect {
    /** It was new. */
    CREATED,
    /** Its content, or who holds it, had changed: there is a new version under a new key. */
    CHANGED,
    /** Everything stands as it was sent already. */
    UNCHANGED
  }
}
