package care.vestibule.messaging.delivery;

import care.vestibule.messaging.Channel;
import care.vestibule.tenancy.CurrentClinic;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How many of the current clinic's messages came to what end. */
@Repository
@Transactional(readOnly = true)
public class MessageOutcomes {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  MessageOutcomes(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /**
   * What happened to messages.
   *
   * @param result in lower case: {@code sent}, {@code refused} or {@code failed} when it was handed
   *     over, {@code delivered} or {@code came_back} as it was reported later
   */
  public record Result(Channel channel, String result) {}

  /** Of the last day; what did not happen is not told. */
  public Map<Result, Long> ofLastDay() {
    var results = new LinkedHashMap<Result, Long>();
    jdbc.sql(
            """
            select m.channel, lower(happened.result) as result, count(*) as messages
              from (
                select message_id, result from message_outcome
                 where clinic_id = :clinic and at > clock_timestamp() - interval '1 day'
                union all
                select message_id, status from message_status
                 where clinic_id = :clinic and at > clock_timestamp() - interval '1 day'
                   and status <> 'ON_ITS_WAY') happened
              join message m on m.clinic_id = :clinic and m.id = happened.message_id
             group by m.channel, result
            """)
        .param("clinic", clinic.get().value())
        .query(
            row -> {
              var channel = Channel.valueOf(row.getString("channel"));
              results.put(new Result(channel, row.getString("result")), row.getLong("messages"));
            });
    return results;
  }
}
