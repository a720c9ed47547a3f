package care.vestibule.messaging.limits;

import care.vestibule.messaging.MessageAccount;
import care.vestibule.tenancy.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many text messages were sent today; counted before one is sent, so that none is free. */
@Repository
class SmsUsage {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  SmsUsage(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** Counts one more, unless that would be more than the limit. */
  boolean count(MessageAccount account, int limit) {
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

  /** From now on this is the limit of all clinics together. */
  void obey(int limit) {
    jdbc.sql(
            """
            insert into sms_limit_in_all (sent) values (:limit)
            on conflict (only_one) do update set sent = excluded.sent
            """)
        .param("limit", limit)
        .update();
  }

  /**
   * Whether all clinics together have had as many today as the agents may send.
   *
   * @param otherwise the limit as long as no agent said which one it obeys
   */
  boolean isUsedUp(int otherwise) {
    return jdbc.sql(
            """
            select coalesce((select sent from sms_spent_in_all
                              where day = (now() at time zone 'UTC')::date), 0)
                >= coalesce((select sent from sms_limit_in_all), :otherwise)
            """)
        .param("otherwise", otherwise)
        .query(Boolean.class)
        .single();
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
