package care.vestibule.messaging.delivery;

import care.vestibule.messaging.Channel;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.delivery.SentMessage.Fate;
import care.vestibule.tenancy.CurrentClinic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What became of the current clinic's messages, for people who have to know. */
@Repository
@Transactional(readOnly = true)
public class MessageHistory {

  // Outcomes are found by their attempts: by message there is an index of the final ones only.
  private static final String POSTED =
      """
      select m.id, m.subject, m.generation, m.channel, m.kind, tried.attempts,
             case when reported.status in ('DELIVERED', 'CAME_BACK') then reported.status
                  else coalesce(last.result, 'NONE') end as result,
             last.code, coalesce(reported.at, last.at, m.created_at) as at
        from message m
        cross join lateral (
          select count(*) as attempts from message_attempt a
           where a.clinic_id = m.clinic_id and a.message_id = m.id) tried
        left join lateral (
          select o.result, o.code, o.at
            from message_attempt a
            join message_outcome o on o.clinic_id = a.clinic_id and o.attempt_id = a.id
           where a.clinic_id = m.clinic_id and a.message_id = m.id
           order by o.result = 'FAILED', o.at desc limit 1) last on true
        left join message_status reported
          on reported.clinic_id = m.clinic_id and reported.message_id = m.id
             and reported.status <> 'ON_ITS_WAY'
       where m.clinic_id = :clinic and m.subject = any(:subjects)
       order by m.created_at desc, m.id
      """;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  MessageHistory(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** All messages about these subjects, the newest first. */
  public List<SentMessage> of(Collection<UUID> subjects) {
    return jdbc.sql(POSTED)
        .param("clinic", clinic.get().value())
        .param("subjects", subjects.toArray(UUID[]::new))
        .query(MessageHistory::read)
        .list();
  }

  /** The newest message about each of these subjects that has one. */
  public Map<UUID, SentMessage> newestOf(Collection<UUID> subjects) {
    return of(subjects).stream()
        .collect(
            Collectors.toMap(SentMessage::subject, Function.identity(), (newer, older) -> newer));
  }

  private static SentMessage read(ResultSet row, int number) throws SQLException {
    var fate =
        switch (row.getString("result")) {
          case "SENT" -> Fate.SENT;
          case "DELIVERED" -> Fate.DELIVERED;
          case "CAME_BACK" -> Fate.CAME_BACK;
          case "REFUSED" -> Fate.REFUSED;
          default -> Fate.NOT_SENT_YET;
        };
    return new SentMessage(
        row.getObject("subject", UUID.class),
        MessageKind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        row.getInt("generation"),
        row.getInt("attempts"),
        fate,
        row.getObject("at", OffsetDateTime.class).toInstant(),
        fate == Fate.REFUSED
            ? Optional.of(Delivery.Reason.valueOf(row.getString("code")))
            : Optional.empty());
  }
}
