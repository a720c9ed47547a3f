package care.vestibule.messaging;

import care.vestibule.tenancy.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many text messages were sent today; counted before one is sent, so that none is free. */
@Repository
class SmsSpent {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  SmsSpent(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** Counts one more, unless that would be more than the limit. */
  boolean count(Account account, int limit) {
    return jdbc.sql(
                """
                insert into sms_spent (clinic_id, kind, account, day, sent)
                select :clinic, :kind, :account, (now() at time zone 'UTC')::date, 1
                 where :limit > 0
                on conflict (clinic_id, kind, account, day)
                  do update set sent = sms_spent.sent + 1 where sms_spent.sent < :limit
                """)
            .param("clinic", clinic.get().value())
            .param("kind", account.kind().name())
            .param("account", account.id())
            .param("limit", limit)
            .update()
        == 1;
  }

  /** Counts one more of all clinics together, unless that would be more than the limit. */
  boolean countInAll(int limit) {
    return jdbc.sql(
                """
                insert into sms_spent_in_all (day, sent)
                select (now() at time zone 'UTC')::date, 1 where :limit > 0
                on conflict (day)
                  do update set sent = sms_spent_in_all.sent + 1
                  where sms_spent_in_all.sent < :limit
                """)
            .param("limit", limit)
            .update()
        == 1;
  }

  /** How many of all clinics were sent today. */
  int todayInAll() {
    return jdbc.sql(
            """
            select coalesce(max(sent), 0) from sms_spent_in_all
             where day = (now() at time zone 'UTC')::date
            """)
        .query(Integer.class)
        .single();
  }
}
