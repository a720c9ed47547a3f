package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.records.EntityKind;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of shares that were started; every method needs a transaction around it. */
@Component
class ShareRuns {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;
  private final Clock clock;

  ShareRuns(JdbcClient jdbc, CurrentClinic clinic, Clock clock) {
    this.jdbc = jdbc;
    this.clinic = clinic;
    this.clock = clock;
  }

  /**
   * The share under way for an approval, or a new one; errors of an earlier attempt are cleared.
   */
  ShareRun startOrContinue(AccessRequestId notification, PatientId patient, HcpId delegator) {
    start(notification, patient, delegator);
    var run = underWay(notification);
    setState(run, RunState.RUNNING);
    for (var kind : EntityKind.values()) {
      jdbc.sql(
              """
              insert into share_run_parts (clinic_id, notification_id, number, kind)
              values (:clinic, :notification, :number, :kind)
              on conflict (clinic_id, notification_id, number, kind) do update set error = null
              """)
          .param("clinic", clinic.get().value())
          .param("notification", notification.value())
          .param("number", run.number())
          .param("kind", kind.name())
          .update();
    }
    return run;
  }

  /** Counts what was added in this very transaction. */
  void count(ShareRun run, EntityKind kind, int added) {
    jdbc.sql(
            """
            update share_run_parts set modified = modified + :added
            where clinic_id = :clinic and notification_id = :notification and number = :number
              and kind = :kind
            """)
        .param("added", added)
        .param("clinic", clinic.get().value())
        .param("notification", run.notification().value())
        .param("number", run.number())
        .param("kind", kind.name())
        .update();
  }

  void fail(ShareRun run, EntityKind kind, String code) {
    jdbc.sql(
            """
            update share_run_parts set error = :code
            where clinic_id = :clinic and notification_id = :notification and number = :number
              and kind = :kind
            """)
        .param("code", code)
        .param("clinic", clinic.get().value())
        .param("notification", run.notification().value())
        .param("number", run.number())
        .param("kind", kind.name())
        .update();
  }

  /** Notes how many records of each kind were held back, instead of what was noted before. */
  void holdBack(ShareRun run, Map<EntityKind, Integer> records) {
    for (var kind : EntityKind.values()) {
      jdbc.sql(
              """
              update share_run_parts set held_back = :records
              where clinic_id = :clinic and notification_id = :notification and number = :number
                and kind = :kind
              """)
          .param("records", records.getOrDefault(kind, 0))
          .param("clinic", clinic.get().value())
          .param("notification", run.notification().value())
          .param("number", run.number())
          .param("kind", kind.name())
          .update();
    }
  }

  void setState(ShareRun run, RunState state) {
    jdbc.sql(
            """
            update share_runs set state = :state, finished_at = :now
            where clinic_id = :clinic and notification_id = :notification and number = :number
            """)
        .param("state", state.name())
        .param("now", state == RunState.RUNNING ? null : now())
        .param("clinic", clinic.get().value())
        .param("notification", run.notification().value())
        .param("number", run.number())
        .update();
  }

  /** Notes that the patient is told of all it made readable; false if that was noted before. */
  boolean tell(ShareRun run) {
    return jdbc.sql(
                """
                update share_runs set told = part.modified from (
                  select sum(modified) as modified from share_run_parts
                  where clinic_id = :clinic and notification_id = :notification
                    and number = :number) part
                where clinic_id = :clinic and notification_id = :notification and number = :number
                  and told < part.modified
                """)
            .param("clinic", clinic.get().value())
            .param("notification", run.notification().value())
            .param("number", run.number())
            .update()
        == 1;
  }

  private void start(AccessRequestId notification, PatientId patient, HcpId delegator) {
    // The partial unique index lets one share an approval be under way, however many jobs ask.
    jdbc.sql(
            """
            insert into share_runs
              (clinic_id, notification_id, number, patient_id, delegator, state, started_at)
            select :clinic, :notification, coalesce(max(number), 0) + 1, :patient, :delegator,
              'RUNNING', :now
            from share_runs where clinic_id = :clinic and notification_id = :notification
            on conflict (clinic_id, notification_id) where state <> 'DONE' do nothing
            """)
        .param("clinic", clinic.get().value())
        .param("notification", notification.value())
        .param("patient", patient.value())
        .param("delegator", delegator.value())
        .param("now", now())
        .update();
  }

  private ShareRun underWay(AccessRequestId notification) {
    return jdbc.sql(
            """
            select number, patient_id, delegator from share_runs
            where clinic_id = :clinic and notification_id = :notification and state <> 'DONE'
            """)
        .param("clinic", clinic.get().value())
        .param("notification", notification.value())
        .query(
            (row, n) ->
                new ShareRun(
                    notification,
                    row.getInt("number"),
                    new PatientId(row.getObject("patient_id", UUID.class)),
                    new HcpId(row.getObject("delegator", UUID.class))))
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
