package care.vestibule.correspondence;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the mails doctors were sent about a request. */
@Component
@Transactional(readOnly = true)
public class HcpMessageKeys {

  private final HealthcareProfessionals professionals;
  private final String privacyOfficer;

  HcpMessageKeys(
      HealthcareProfessionals professionals,
      @Value("${vestibule.messaging.privacy-officer:}") String privacyOfficer) {
    this.professionals = professionals;
    this.privacyOfficer = privacyOfficer;
  }

  /**
   * What messages about a request are about: one for whoever was asked, each who may stand in, and
   * the privacy officer, at the addresses they have today.
   */
  public List<UUID> messageSubjects(AccessRequest request) {
    var group = professionals.find(request.hcp()).map(HealthcareProfessional::deputyGroup);
    var colleagues =
        professionals.all().stream()
            .filter(other -> group.filter(other.deputyGroup()::equals).isPresent())
            .flatMap(other -> other.email().stream());
    return Stream.concat(colleagues, Stream.of(privacyOfficer))
        .map(address -> ReminderSubject.of(request.id(), address))
        .toList();
  }
}
