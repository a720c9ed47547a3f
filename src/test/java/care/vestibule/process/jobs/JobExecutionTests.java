package care.vestibule.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import care.vestibule.process.BusinessError;
import care.vestibule.process.BusinessFailure;
import care.vestibule.process.ForJobType;
import care.vestibule.process.Incident;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.process.RetryLater;
import care.vestibule.process.jobs.JobResult.Completed;
import care.vestibule.process.jobs.JobResult.Failed;
import care.vestibule.process.jobs.JobResult.Thrown;
import care.vestibule.testing.TestDatabase;
import io.camunda.client.CamundaClient;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class JobExecutionTests {

  private static final String SECRET = "Zoraida Quintanilla, zoraida@example.org";

  private final UUID clinic = UUID.randomUUID();
  private final Effects effects = new Effects(clinic);
  private final JobExecution handling = JobFixture.handling();

  @Test
  void aJobDeliveredTwiceHasOneEffectAndTheSameAnswer() {
    var worker = new InTransaction(() -> expired(true));

    var first = answer(worker, 1);
    var second = answer(worker, 1);

    assertThat(first).isEqualTo(new Completed(Map.of("alreadyAccepted", true))).isEqualTo(second);
    assertThat(effects.count()).isEqualTo(1);
  }

  @Test
  void anotherVisitToTheTaskIsAnotherEffect() {
    var worker = new InTransaction(() -> expired(true));

    answer(worker, 1);
    answer(worker, 2);

    assertThat(effects.count()).isEqualTo(2);
  }

  @Test
  void aSecondDeliveryDuringTheFirstWaitsForItsAnswer() throws InterruptedException {
    var entered = new CountDownLatch(1);
    var proceed = new CountDownLatch(1);
    var slow =
        new InTransaction(
            () -> {
              entered.countDown();
              awaits(proceed);
              return expired(true);
            });

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = CompletableFuture.supplyAsync(() -> answer(slow, 1), threads);
      entered.await();
      var second =
          CompletableFuture.supplyAsync(
              () -> answer(new InTransaction(() -> expired(false)), 1), threads);
      proceed.countDown();

      assertThat(second.join()).isEqualTo(first.join());
    }
    assertThat(effects.count()).isEqualTo(1);
  }

  @Test
  void anEffectThatFailsIsUndoneAndTriedAgain() {
    var failed =
        answer(
            new InTransaction(
                () -> {
                  effects.happen();
                  throw new IllegalStateException(SECRET);
                }),
            1);

    assertThat(failed).isInstanceOf(Failed.class);
    assertThat(effects.count()).isZero();
    assertThat(answer(new InTransaction(() -> expired(true)), 1)).isInstanceOf(Completed.class);
  }

  @Test
  void anExceptionLeavesACodeAtTheEngineAndItsClassInTheLogButNotItsWords(CapturedOutput log) {
    var answer =
        (Failed)
            answer(
                new InTransaction(
                    () -> {
                      throw new IllegalStateException(SECRET, new RuntimeException(SECRET));
                    }),
                1);

    assertThat(answer.code()).matches("TECHNICAL_FAILURE [0-9a-f-]{36}");
    assertThat(answer.retries()).isEqualTo(11);
    assertThat(log)
        .contains(answer.code().substring("TECHNICAL_FAILURE ".length()))
        .contains("java.lang.IllegalStateException")
        .contains("caused by java.lang.RuntimeException")
        .contains("JobExecutionTests")
        .doesNotContain("Zoraida");
  }

  @Test
  void anErrorOfTheMachineLeaksNothingEither(CapturedOutput log) {
    var answer =
        answer(
            new InTransaction(
                () -> {
                  throw new AssertionError(SECRET);
                }),
            1);

    assertThat(answer).isInstanceOf(Failed.class);
    assertThat(log).doesNotContain("Zoraida");
  }

  @Test
  void aBusinessFailureKeepsWhatWasWrittenAndIsRepeatedWord() {
    var worker =
        new InTransaction(
            () -> {
              effects.happen();
              throw new BusinessFailure(BusinessError.UNDELIVERABLE);
            });

    assertThat(answer(worker, 1)).isEqualTo(new Thrown(BusinessError.UNDELIVERABLE));
    assertThat(answer(worker, 1)).isEqualTo(new Thrown(BusinessError.UNDELIVERABLE));
    assertThat(effects.count()).isEqualTo(1);
  }

  @Test
  void aBusinessFailureThatBrokeAnInnerTransactionIsStillOne() {
    var transactions = TestDatabase.get().transactions();
    var worker =
        new InTransaction(
            () -> {
              transactions.executeWithoutResult(
                  status -> {
                    effects.happen();
                    throw new BusinessFailure(BusinessError.UNDELIVERABLE);
                  });
              return expired(true);
            });

    assertThat(answer(worker, 1)).isEqualTo(new Thrown(BusinessError.UNDELIVERABLE));
    assertThat(effects.count()).isZero();
  }

  @Test
  void whatOnlyAPersonCanMendIsAnIncidentAtOnce() {
    var worker =
        new InTransaction(
            () -> {
              throw new Incident("KEYSTORE_LOCKED");
            });

    assertThat(answer(worker, 1))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("KEYSTORE_LOCKED");
              assertThat(failed.retries()).isZero();
            });
  }

  @Test
  void whatOnlyTheMomentHindersUsesUpNoTry() {
    var worker =
        new BesideTransactions(
            () -> {
              throw RetryLater.again("MESSAGE_NOT_SENT");
            });

    for (int i = 0; i < 100; i++) {
      assertThat(answer(worker, 1))
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> {
                assertThat(failed.code()).isEqualTo("MESSAGE_NOT_SENT");
                assertThat(failed.retries()).isEqualTo(12);
                assertThat(failed.pause())
                    .isBetween(
                        JobFixture.properties().longestBackoff().dividedBy(10),
                        JobFixture.properties().longestBackoff());
              });
    }
  }

  @Test
  void whatIsToBeTriedAFewTimesOnlyBecomesAnIncidentOfItsOwnName() {
    var worker =
        new BesideTransactions(
            () -> {
              throw RetryLater.aFewTimes("MESSAGE_NOT_SENT");
            });

    assertThat(answer(worker, 1))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("MESSAGE_NOT_SENT");
              assertThat(failed.retries()).isEqualTo(11);
            });
  }

  @Test
  void jobsThatFailedTogetherDoNotComeBackTogether() {
    var worker =
        new BesideTransactions(
            () -> {
              throw new IllegalStateException();
            });

    var pauses =
        Stream.generate(() -> ((Failed) answer(worker, 1)).pause())
            .limit(20)
            .collect(Collectors.toSet());

    assertThat(pauses).hasSizeGreaterThan(10);
  }

  @Test
  void aWorkerBesideTransactionsIsAskedOnceItHasAnswered() {
    var worker = new BesideTransactions(() -> expired(false));

    assertThat(answer(worker, 1)).isEqualTo(answer(worker, 1));
    assertThat(effects.count()).isEqualTo(1);
  }

  @Test
  void aMissingOrForbiddenVariableIsAnIncidentWithoutItsValue(CapturedOutput log) {
    var worker = new InTransaction(() -> expired(true));

    var missing = handling.answer(RegisteredWorker.of(worker), job(1, Map.of()));
    var forbidden =
        handling.answer(RegisteredWorker.of(worker), job(1, Map.of("invitationId", SECRET)));

    assertThat(missing).isEqualTo(forbidden);
    assertThat(((Failed) missing).code()).isEqualTo("UNUSABLE_VARIABLES");
    assertThat(log).contains("invitationId").doesNotContain("Zoraida");
  }

  @Test
  void aWorkerCannotWriteWhatIsNotOnTheList() {
    assertThat(answer(new Talkative(), 1))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.code()).isEqualTo("UNUSABLE_VARIABLES"));
  }

  @Test
  void aWorkerThatWantsToReadWhatIsNotOnTheListDoesNotStart() {
    assertThat(catchThrowable(() -> RegisteredWorker.of(new Curious())))
        .hasMessageContaining("Forbidden process variable");
  }

  @Test
  void twoWorkersForOneJobTypeDoNotStart() {
    try (var engine = CamundaClient.newClient()) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  JobFixture.registry(
                      engine,
                      new InTransaction(() -> expired(true)),
                      new InTransaction(() -> expired(true))));
    }
  }

  private Expired expired(boolean accepted) {
    effects.happen();
    return new Expired(accepted);
  }

  private JobResult answer(JobWorker<Input, ?> worker, long elementInstance) {
    return handling.answer(
        RegisteredWorker.of(worker),
        job(elementInstance, Map.of("invitationId", UUID.randomUUID().toString())));
  }

  private DeliveredJob job(long elementInstance, Map<String, @Nullable Object> input) {
    var variables = new HashMap<String, @Nullable Object>(input);
    variables.put("clinicRef", clinic.toString());
    return new DeliveredJob(7, elementInstance, JobType.EXPIRE_INVITATION, 12, variables);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  record Input(UUID invitationId) {}

  record Expired(boolean alreadyAccepted) {}

  record Note(String note) {}

  @ForJobType(JobType.EXPIRE_INVITATION)
  record InTransaction(Supplier<Expired> effect) implements JobWorker<Input, Expired> {
    @Override
    public Expired work(Input input) {
      return effect.get();
    }
  }

  @ForJobType(value = JobType.EXPIRE_INVITATION, transactional = false)
  record BesideTransactions(Supplier<Expired> effect) implements JobWorker<Input, Expired> {
    @Override
    public Expired work(Input input) {
      return effect.get();
    }
  }

  @ForJobType(JobType.EXPIRE_INVITATION)
  record Talkative() implements JobWorker<Input, Note> {
    @Override
    public Note work(Input input) {
      return new Note(SECRET);
    }
  }

  @ForJobType(JobType.EXPIRE_INVITATION)
  record Curious() implements JobWorker<Note, JobWorker.Nothing> {
    @Override
    public Nothing work(Note input) {
      return new Nothing();
    }
  }
}
