package care.vestibule.accessrequest.jobs;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.NotifyHcps;
import care.vestibule.accessrequest.Reminders;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

// Not transactional: each professional is asked in a transaction of their own.
@Component
@OnlyIn(Zone.AGENT)
@ForJobType(value = JobType.NOTIFY_HCPS, transactional = false)
final class NotifyHcpsWorker implements JobWorker<NotifyHcpsWorker.Input, NotifyHcpsWorker.Output> {

  private final NotifyHcps enquiry;
  private final Reminders nudges;
  private final HealthcareProfessionals professionals;
  private final TransactionTemplate transactions;

  NotifyHcpsWorker(
      NotifyHcps enquiry,
      Reminders nudges,
      HealthcareProfessionals professionals,
      TransactionTemplate transactions) {
    this.enquiry = enquiry;
    this.nudges = nudges;
    this.professionals = professionals;
    this.transactions = transactions;
  }

  @Override
  public Output work(Input input) {
    var asked = enquiry.askHolders(input.patientRef(), input.invitationId(), input.approvalDueIn());
    asked.forEach(nudges::announce);
    return transactions.execute(
        status -> new Output(asked.stream().map(this::inTheEnginesWords).toList()));
  }

  private Asked inTheEnginesWords(AccessRequest notification) {
    var hcp = professionals.find(notification.hcp()).orElseThrow();
    return new Asked(hcp.ref(), hcp.deputyGroup(), notification.id().value());
  }

  record Input(UUID invitationId, UUID patientRef, Duration approvalDueIn) {}

  record Output(List<Asked> hcps) {}

  record Asked(UUID hcpRef, UUID deputyGroup, UUID notificationId) {}
}
