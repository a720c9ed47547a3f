package care.vestibule.directory;

import java.util.Comparator;

/**
 * A business identifier, e.g. a medical record number or an NPI.
 *
 * @param system the URI of who gives the values out, empty if it is not known
 * @param value unique within the system
 */
public record Identifier(String system, String value) implements Comparable<Identifier> {

  private static final Comparator<Identifier> ORDER =
      Comparator.comparing(Identifier::system).thenComparing(Identifier::value);

  /** Refuses an empty or overlong value. */
  public Identifier {
    Texts.requireTame("identifier system", system, 400);
    Texts.require("identifier value", value, 200);
  }

  @Override
  public int compareTo(Identifier other) {
    return ORDER.compare(this, other);
  }
}
