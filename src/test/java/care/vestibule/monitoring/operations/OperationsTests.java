package care.vestibule.monitoring.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.monitoring.MovableClock;
import care.vestibule.monitoring.deadlines.Deadlines;
import care.vestibule.monitoring.operations.OperationRefused.Why;
import care.vestibule.monitoring.processes.ProcessHistories;
import care.vestibule.monitoring.processes.ProcessHistories.PendingTimer;
import care.vestibule.monitoring.processes.ProcessInstance;
import care.vestibule.monitoring.processes.ProcessInstanceState;
import care.vestibule.monitoring.processes.ProcessInstances;
import care.vestibule.process.Incidents.Answer;
import care.vestibule.process.ProcessVariables;
import care.vestibule.process.RunningProcesses;
import care.vestibule.process.projection.OpenRebuild;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@MonitoringTest
class OperationsTests {

  private final ApplicationContext vestibule;
  private final MonitoringFixture ward;
  private final Projection projection;
  private final MovableClock clock;
  private final Operations operations;
  private final ClinicId clinic;
  private final Actor.Operations actor;
  private final UUID invitation;
  private final EngineStory story;

  OperationsTests(
      @Autowired ApplicationContext vestibule,
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @Autowired MovableClock clock,
      @Autowired Operations operations) {
    this.vestibule = vestibule;
    this.ward = ward;
    this.projection = projection;
    this.clock = clock;
    this.operations = operations;
    this.clinic = ward.aClinic();
    this.actor = new Actor.Operations(clinic, UUID.randomUUID());
    this.story = EngineStory.invited(clinic);
    this.invitation = story.invitation();
    ward.anInvitation(clinic, invitation);
  }

  @AfterEach
  void backToToday() {
    clock.reset();
  }

  @Test
  void anExtendedInvitationRunsOutLaterInTheEngineTooAndTheLoginStillCounts() {
    story.completes("send-invitation", Map.of()).seenBy(projection);
    var before =
        Instant.parse(
            ward.invitationIs(clinic, invitation, "expires_at at time zone 'UTC'").replace(' ', 'T')
                + "Z");

    carryOut(operations, OperationKind.EXTEND, 7);
    story.seenBy(projection);

    assertThat(timerOf("invitation-runs-out"))
        .isBetween(
            before.plus(Duration.ofDays(7)).minusSeconds(1),
            before.plus(Duration.ofDays(7)).plusSeconds(1));
    assertThat(of(story.instance()).getFirst().told()).isPresent();
    assertThat(ward.done(clinic, "invitation:" + invitation))
        .containsExactlyInAnyOrder("INVITATION_EXTENDED DAYS:7", "PROCESS_EXTEND STUCK");
    story.logsIn().notified().seenBy(projection);
    assertThat(standsAt()).contains("approve-access");
  }

  @Test
  void whatTheEngineCouldNotBeToldIsKnownAndToldLater() {
    story.completes("send-invitation", Map.of()).seenBy(projection);
    carryOut(withEngine(new Away()), OperationKind.EXTEND, 7);
    var decided = of(story.instance()).getFirst();
    assertThat(decided.told()).isEmpty();

    in(() -> operations.tellAgain(decided.id()));
    story.seenBy(projection);

    assertThat(of(story.instance()).getFirst().told()).isPresent();
    assertThat(timerOf("invitation-runs-out")).isAfter(clock.instant().plus(Duration.ofDays(13)));
  }

  @Test
  void aCancelledProcessEndsAndLeavesNothingOpen() {
    story.loggedIn().notified().seenBy(projection);
    ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());

    carryOut(operations, OperationKind.CANCEL, 0);
    story.seenBy(projection);

    assertThat(instance().state()).isEqualTo(ProcessInstanceState.ENDED);
    assertThat(ward.invitationIs(clinic, invitation, "status")).isEqualTo("WITHDRAWN");
    assertThat(ward.statusesOf(clinic, invitation)).containsExactly("CANCELLED");
    assertThat(ward.done(clinic, "invitation:" + invitation))
        .containsExactly("PROCESS_CANCEL STUCK");
    assertRefused(OperationKind.CANCEL, Why.ENDED);
  }

  @Test
  void whatHangsOnAProcessThatWasCancelledInTheEngineIsClosed() {
    story.loggedIn().notified().seenBy(projection);
    ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());
    var closing = vestibule.getBean(CancelledProcesses.class);
    closing.close();
    assertThat(ward.statusesOf(clinic, invitation)).containsExactly("PENDING");

    vestibule.getBean(RunningProcesses.class).cancel(story.instance());
    story.seenBy(projection);
    OpenRebuild.during(
        () -> {
          closing.close();
          assertThat(ward.statusesOf(clinic, invitation))
              .as("another process may only not be there yet")
              .containsExactly("PENDING");
        });
    closing.close();

    assertThat(ward.statusesOf(clinic, invitation)).containsExactly("CANCELLED");
    assertThat(ward.invitationIs(clinic, invitation, "status")).isEqualTo("WITHDRAWN");
  }

  @Test
  void aRequestIsHandedToAColleagueOfTheGroupAndToNobodyElse() {
    story.loggedIn().notified().seenBy(projection);
    var asked = ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());
    var colleague = ward.aDoctor(clinic);

    in(
        () ->
            operations.carryOut(
                story.instance(), handOver(asked.id().value(), colleague.value()), actor));

    assertThat(ward.handlersOf(clinic, invitation)).containsExactly(colleague.toString());
    assertThat(of(story.instance()).getFirst().hcp()).contains(colleague.value());
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        operations.carryOut(
                            story.instance(),
                            handOver(asked.id().value(), UUID.randomUUID()),
                            actor)))
        .isInstanceOfSatisfying(
            OperationRefused.class, e -> assertThat(e.why()).isEqualTo(Why.NO_COLLEAGUE));
  }

  @Test
  void theLawExtendsOnceAndOnlyBeforeTheTimeIsOver() {
    story.loggedIn().notified().seenBy(projection);
    assertRefused(OperationKind.MORE_TIME, Why.NOT_OPEN);
    ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());
    var deadlines = vestibule.getBean(Deadlines.class);
    var before = in(() -> deadlines.byLaw(invitation)).orElseThrow();

    clock.advance(Duration.ofDays(32));
    assertRefused(OperationKind.MORE_TIME, Why.TOO_LATE);
    clock.reset();
    carryOut(operations, OperationKind.MORE_TIME, 0);

    var after = in(() -> deadlines.byLaw(invitation)).orElseThrow();
    assertThat(after.extended()).isTrue();
    assertThat(after.due()).isAfter(before.due().plus(Duration.ofDays(58)));
    assertRefused(OperationKind.MORE_TIME, Why.EXTENDED_ALREADY);
  }

  @Test
  void withoutAReasonInWordsOrInAnotherClinicNothingIsDone() {
    story.completes("send-invitation", Map.of()).seenBy(projection);
    var stranger = ward.aClinic();

    assertThatThrownBy(() -> order(OperationKind.EXTEND, 7, " \n"))
        .isInstanceOfSatisfying(
            OperationRefused.class, e -> assertThat(e.why()).isEqualTo(Why.NO_REASON));
    assertThatThrownBy(
            () ->
                vestibule
                    .getBean(CurrentClinic.class)
                    .during(
                        stranger,
                        () ->
                            operations.carryOut(
                                story.instance(),
                                order(OperationKind.EXTEND, 7, "why"),
                                new Actor.Operations(stranger, UUID.randomUUID()))))
        .isInstanceOf(Problem.class);
    assertThat(of(story.instance())).isEmpty();
  }

  private void assertRefused(OperationKind kind, Why why) {
    assertThatThrownBy(() -> carryOut(operations, kind, 7))
        .isInstanceOfSatisfying(OperationRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  private void carryOut(Operations how, OperationKind kind, int days) {
    in(() -> how.carryOut(story.instance(), order(kind, days, "The patient called."), actor));
  }

  private static OperationOrder order(OperationKind kind, int days, String words) {
    return new OperationOrder(
        kind, OperationReason.STUCK, words, days, Optional.empty(), Optional.empty());
  }

  private static OperationOrder handOver(UUID notification, UUID colleague) {
    return new OperationOrder(
        OperationKind.HAND_OVER,
        OperationReason.DOCTOR_AWAY,
        "On leave.",
        0,
        Optional.of(notification),
        Optional.of(colleague));
  }

  private Operations withEngine(RunningProcesses engine) {
    return new Operations(
        vestibule.getBean(ProcessInstances.class),
        vestibule.getBean(ProcessHistories.class),
        vestibule.getBean(OperationDecisions.class),
        vestibule.getBean(OperationActions.class),
        engine,
        vestibule.getBean(TransactionTemplate.class));
  }

  private List<OperationAction> of(long instance) {
    return in(() -> operations.of(instance));
  }

  private ProcessInstance instance() {
    return in(() -> vestibule.getBean(ProcessInstances.class).find(story.instance())).orElseThrow();
  }

  private List<String> standsAt() {
    return instance().standsAt();
  }

  private Instant timerOf(String element) {
    return in(() -> vestibule.getBean(ProcessHistories.class).timers(instance())).stream()
        .filter(timer -> timer.element().equals(element))
        .map(PendingTimer::due)
        .findFirst()
        .orElseThrow();
  }

  private <T> T in(Supplier<T> work) {
    return vestibule.getBean(CurrentClinic.class).during(clinic, work);
  }

  private void in(Runnable work) {
    vestibule.getBean(CurrentClinic.class).during(clinic, work);
  }

  /** An engine nobody reaches. */
  private static final class Away implements RunningProcesses {
    @Override
    public Answer cancel(long instance) {
      return Answer.UNREACHABLE;
    }

    @Override
    public Answer moveTo(long instance, long visit, String element, ProcessVariables variables) {
      return Answer.UNREACHABLE;
    }
  }
}
