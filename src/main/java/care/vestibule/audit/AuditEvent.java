package care.vestibule.audit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that was done, told in codes and opaque references only.
 *
 * <p>Each part matches {@code [A-Za-z0-9:._/-]{1,120}}, which leaves no space for a name, an
 * address or free text.
 *
 * @param actor who did it, e.g. {@code hcp:<uuid>}, {@code client:<uuid>} or {@code agent}
 * @param action what was done, in upper case, e.g. {@code SHARE_COMPLETED}; see also {@link Alarm}
 * @param subject what it was done to, e.g. {@code patient:<uuid>}
 * @param detailCode a code that tells more, {@code NONE} if there is nothing to tell
 */
public record AuditEvent(String actor, String action, String subject, String detailCode) {

  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9:._/-]{1,120}");

  /**
   * Refuses anything but codes and references.
   *
   * @throws IllegalArgumentException if a part is something else
   */
  public AuditEvent {
    requireOpaque("actor", actor);
    requireOpaque("action", action);
    requireOpaque("subject", subject);
    requireOpaque("detail code", detailCode);
  }

  /** The four parts in the order in which they are hashed. */
  List<String> parts() {
    return List.of(actor, action, subject, detailCode);
  }

  private static void requireOpaque(String part, String value) {
    if (!OPAQUE.matcher(value).matches()) {
      throw new IllegalArgumentException("The " + part + " of an audit event is not opaque");
    }
  }
}
