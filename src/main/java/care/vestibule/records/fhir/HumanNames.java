package care.vestibule.records.fhir;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;

/** Picks the name somebody is called by. */
final class HumanNames {

  private HumanNames() {}

  /**
   * The official name, else the usual one, else the first that is not old.
   *
   * @throws FhirRefusal if there is none
   */
  static HumanName of(List<HumanName> names) {
    return names.stream()
        .filter(name -> name.getUse() != NameUse.OLD)
        .min(Comparator.comparingInt(HumanNames::rank))
        .orElseThrow(() -> FhirRefusal.required("A name is needed."));
  }

  /** The family name; the whole text of a name that is not taken apart. */
  static String family(HumanName name) {
    return Optional.ofNullable(name.getFamily())
        .or(() -> Optional.ofNullable(name.getText()))
        .orElseThrow(() -> FhirRefusal.required("A family name is needed."));
  }

  private static int rank(HumanName name) {
    if (name.getUse() == NameUse.OFFICIAL) {
      return 0;
    }
    return name.getUse() == NameUse.USUAL ? 1 : 2;
  }
}
