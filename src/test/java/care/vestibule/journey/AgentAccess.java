package care.vestibule.journey;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.custody.KeyCommands;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.records.ClearEntity;
import care.vestibule.records.Intake;
import care.vestibule.records.IntakeRefusal;
import care.vestibule.sharing.Sharing;
import care.vestibule.sharing.SharingReport;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The agent and the intake of a running vestibule, called without a page, a job or a bundle. */
record AgentAccess(ApplicationContext context, ClinicId clinic, JdbcClient database) {

  /** Shares again what a doctor has shared already, as a job that was never finished would. */
  SharingReport sharesAgain(UUID patient, UUID hcp, UUID notification) {
    return context
        .getBean(CurrentClinic.class)
        .during(
            clinic,
            () ->
                context
                    .getBean(Sharing.class)
                    .shareAllDataOf(
                        new PatientId(patient), new HcpId(hcp), new AccessRequestId(notification)));
  }

  /** Whether the intake would seal something new to a doctor; nothing is stored. */
  boolean wouldSealFor(UUID patient, UUID hcp) {
    var content = "{}".getBytes(StandardCharsets.UTF_8);
    var entity =
        new ClearEntity(
            UUID.randomUUID(),
            new PatientId(patient),
            "Condition",
            content,
            content,
            Optional.empty(),
            Set.of(new HcpId(hcp)));
    var transactions = context.getBean(TransactionTemplate.class);
    return context
        .getBean(CurrentClinic.class)
        .during(clinic, () -> transactions.execute(status -> isTaken(status, entity)));
  }

  private boolean isTaken(TransactionStatus status, ClearEntity entity) {
    status.setRollbackOnly();
    try (var batch = context.getBean(Intake.class).open(clinic)) {
      return batch.take(entity).withoutKey().isEmpty();
    } catch (IntakeRefusal refused) {
      return false;
    }
  }

  /** Gives a demo doctor a key of that suite, by the command of operations; what it says. */
  String rotatesKeyOf(String npi, String suite) {
    var hcp =
        database
            .sql("select owner_id from identifier where owner_kind = 'HCP' and value = :npi")
            .param("npi", npi)
            .query(UUID.class)
            .single();
    var said = new ArrayList<String>();
    var words = List.of("rotate-hcp", clinic.toString(), hcp.toString(), suite);
    context.getBean(KeyCommands.class).run(words, said::add, said::add);
    return String.join("; ", said);
  }
}
