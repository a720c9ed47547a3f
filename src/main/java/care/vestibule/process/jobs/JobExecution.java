package care.vestibule.process.jobs;

import care.vestibule.process.ProcessVariable;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on one job within its clinic, once, and finds the answer whatever happens. */
@Component
class JobExecution {

  private final Inbox inbox;
  private final JobFailures failures;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  JobExecution(
      Inbox inbox, JobFailures failures, CurrentClinic clinic, TransactionTemplate transactions) {
    this.inbox = inbox;
    this.failures = failures;
    this.clinic = clinic;
    this.transactions = transactions;
  }

  /** Answers the job; never throws, since what the client tells about an exception is too much. */
  JobResult answer(RegisteredWorker<?> serving, DeliveredJob job) {
    try {
      Supplier<JobResult> work =
          serving.transactional()
              ? () -> inOneTransaction(serving, job)
              : () -> besideTransactions(serving, job);
      return clinic.during(clinicOf(job), work);
    } catch (Throwable e) {
      return failures.of(e, job);
    }
  }

  private JobResult inOneTransaction(RegisteredWorker<?> serving, DeliveredJob job) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              // Idempotency guard: the row and the effect are committed together.
              if (!inbox.take(job)) {
                return inbox.answerTo(job).orElseThrow();
              }
              var answer = serving.work(job.variables());
              if (answer instanceof JobResult.Thrown && status.isRollbackOnly()) {
                // Thrown through a use case's own transaction: that gives up the effect, not the
                // answer.
                status.setRollbackOnly();
              } else {
                inbox.remember(job, answer);
              }
              return answer;
            }));
  }

  private JobResult besideTransactions(RegisteredWorker<?> serving, DeliveredJob job) {
    var known = Objects.requireNonNull(transactions.execute(status -> inbox.answerTo(job)));
    if (known.isPresent()) {
      return known.get();
    }
    var answer = serving.work(job.variables());
    transactions.executeWithoutResult(
        status -> {
          inbox.take(job);
          inbox.remember(job, answer);
        });
    return answer;
  }

  private static ClinicId clinicOf(DeliveredJob job) {
    if (job.variables().get(ProcessVariable.CLINIC_REF.id()) instanceof String text) {
      return ClinicId.parse(text);
    }
    throw new IllegalStateException("A job of no clinic");
  }
}
