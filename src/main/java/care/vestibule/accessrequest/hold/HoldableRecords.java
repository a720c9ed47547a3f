package care.vestibule.accessrequest.hold;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.records.EntityLists;
import care.vestibule.records.EntityLists.ListedEntity;
import care.vestibule.records.ReadingPosition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The single records of a share, by kind and day: what they say, the portal cannot read. */
@Component
@Transactional(readOnly = true)
public class HoldableRecords {

  /** How many records a page has. */
  public static final int PAGE = HoldBackRules.MOST;

  private final EntityLists lists;
  private final HoldBackTable table;
  private final PlannedHoldBackTable choices;
  private final HoldBackRules rules;

  HoldableRecords(
      EntityLists lists, HoldBackTable table, PlannedHoldBackTable choices, HoldBackRules rules) {
    this.lists = lists;
    this.table = table;
    this.choices = choices;
    this.rules = rules;
  }

  /**
   * A page of what the doctor holds of the patient who asks.
   *
   * @param request the patient's, which the doctor may see
   * @param type only those of this FHIR R4 resource type
   * @param after the {@code next} of the page before; empty for the first
   */
  public HoldablePage page(
      AccessRequestId request,
      PatientId patient,
      HcpId doctor,
      Optional<String> type,
      Optional<ReadingPosition> after) {
    var found = lists.page(patient, doctor, type, after, PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    var heldBack = table.recordsOf(patient, doctor);
    var chosen =
        choices.of(request, doctor).stream().map(HoldBack::record).collect(Collectors.toSet());
    return new HoldablePage(
        page.stream().map(one -> record(one, patient, heldBack, chosen)).toList(),
        found.size() > PAGE ? Optional.of(page.getLast().position().toString()) : Optional.empty());
  }

  /** What the doctor has chosen to hold back with an approval of the request. */
  public List<HeldBackRecord> chosen(AccessRequest request, HcpId doctor) {
    return told(request.responsible(), doctor, choices.of(request.id(), doctor));
  }

  /** What the doctor holds back from the patient now. */
  public List<HeldBackRecord> heldBack(PatientId patient, HcpId doctor) {
    return told(patient, doctor, table.of(patient, doctor));
  }

  /** The last day one may choose today. */
  public LocalDate latestDay() {
    return rules.latest();
  }

  private HoldableRecord record(
      ListedEntity one, PatientId patient, Set<UUID> heldBack, Set<UUID> chosen) {
    return new HoldableRecord(
        one.id(), one.fhirType(), one.clinicalDate(), state(one, patient, heldBack, chosen));
  }

  private HoldableRecord.State state(
      ListedEntity one, PatientId patient, Set<UUID> heldBack, Set<UUID> chosen) {
    if (heldBack.contains(one.id())) {
      return HoldableRecord.State.HELD_BACK;
    }
    if (rules.isReadable(patient, one)) {
      return HoldableRecord.State.READ;
    }
    return chosen.contains(one.id()) ? HoldableRecord.State.CHOSEN : HoldableRecord.State.FREE;
  }

  private List<HeldBackRecord> told(PatientId patient, HcpId doctor, List<HoldBack> holds) {
    if (holds.isEmpty()) {
      return List.of();
    }
    var entities =
        lists.of(patient, doctor, holds.stream().map(HoldBack::record).toList()).stream()
            .collect(Collectors.toMap(ListedEntity::id, Function.identity()));
    return holds.stream()
        .map(
            one -> {
              var entity = Optional.ofNullable(entities.get(one.record()));
              return new HeldBackRecord(
                  one.record(),
                  entity.map(ListedEntity::fhirType),
                  entity.flatMap(ListedEntity::clinicalDate),
                  one.reason(),
                  one.lastDay());
            })
        .toList();
  }

  /**
   * Some of the records a doctor holds of a patient, newest first.
   *
   * @param next where the next page begins; empty after the last
   */
  public record HoldablePage(List<HoldableRecord> records, Optional<String> next) {}

  /**
   * A record that is held back, or chosen to be, with what may be told of it in clear.
   *
   * @param fhirType its FHIR R4 resource type; empty if the doctor does not hold it any more
   * @param day the day it is about
   * @param lastDay until the end of which it is held back
   */
  public record HeldBackRecord(
      UUID record,
      Optional<String> fhirType,
      Optional<LocalDate> day,
      HoldBackReason reason,
      LocalDate lastDay) {}

  /**
   * A record as a doctor sees it who thinks of holding it back: what it says is sealed.
   *
   * @param day the day it is about
   */
  public record HoldableRecord(UUID id, String fhirType, Optional<LocalDate> day, State state) {

    /** What may be done with it. */
    public enum State {
      /** It would be shared, and may be held back. */
      FREE,
      /** Chosen to be held back with the approval. */
      CHOSEN,
      /** Held back already. */
      HELD_BACK,
      /** The patient reads it already, whoever shared it. */
      READ
    }
  }
}
