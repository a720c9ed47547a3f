package care.vestibule.desk;

import care.vestibule.desk.PatientList.NamedPatient;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import care.vestibule.invitation.InvitationPreviews;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Foretells who of a list can be invited and who cannot, and why. */
@Component
@Transactional(readOnly = true)
public class BulkPreview {

  private static final Pattern REFERENCE = Pattern.compile("Patient/([0-9a-f-]{36})");

  private final Patients patients;
  private final InvitationPreviews prospects;

  BulkPreview(Patients patients, InvitationPreviews prospects) {
    this.patients = patients;
    this.prospects = prospects;
  }

  /** A row for each row of the list; nothing if it cannot be read or is longer than 500. */
  public Optional<List<BulkRow>> of(String list) {
    return PatientList.read(list)
        .map(
            named -> {
              var seen = new HashSet<PatientId>();
              var rows = new ArrayList<BulkRow>();
              named.forEach(one -> rows.add(row(one, seen)));
              return rows;
            });
  }

  private BulkRow row(NamedPatient named, Set<PatientId> seen) {
    var found = find(named);
    if (found.size() != 1) {
      return without(named, found.isEmpty() ? BulkRow.Problem.NOT_FOUND : BulkRow.Problem.SEVERAL);
    }
    var patient = found.getFirst();
    if (named.born().filter(day -> !day.equals(patient.birthDate().toString())).isPresent()) {
      return without(named, BulkRow.Problem.BORN_OTHERWISE);
    }
    return seen.add(patient.id())
        ? new BulkRow(named, Optional.of(prospects.of(patient)), Optional.empty())
        : without(named, BulkRow.Problem.TWICE);
  }

  private static BulkRow without(NamedPatient named, BulkRow.Problem problem) {
    return new BulkRow(named, Optional.empty(), Optional.of(problem));
  }

  private List<Patient> find(NamedPatient named) {
    var reference = REFERENCE.matcher(named.name());
    if (reference.matches()) {
      return patients.find(new PatientId(UUID.fromString(reference.group(1)))).stream().toList();
    }
    // The search is for people and finds more than numbers.
    return patients.search(named.name(), DeskPatients.MOST).stream()
        .filter(patient -> patient.identifiers().stream().anyMatch(it -> isMeant(named, it)))
        .toList();
  }

  private static boolean isMeant(
      NamedPatient named, care.vestibule.directory.Identifier identifier) {
    return identifier.value().equals(named.name())
        && named.system().map(identifier.system()::equals).orElse(true);
  }
}
