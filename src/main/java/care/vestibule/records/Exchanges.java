package care.vestibule.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of table {@code exchange}. */
final class Exchanges {

  private static final String SELECT =
      """
      select exchange_id, delegator, delegate, record, created_at from exchange
      where clinic_id = current_clinic()
      """;

  private final JdbcClient jdbc;

  Exchanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Exchange exchange) {
    jdbc.sql(
            """
            insert into exchange (clinic_id, exchange_id, delegator, delegate, record, created_at)
            values (current_clinic(), :id, :delegator, :delegate, :record, :at)
            """)
        .param("id", exchange.id())
        .param("delegator", exchange.delegator())
        .param("delegate", exchange.delegate())
        .param("record", exchange.encoded())
        .param("at", OffsetDateTime.ofInstant(exchange.createdAt(), ZoneOffset.UTC))
        .update();
  }

  Optional<Exchange> find(UUID id) {
    return jdbc.sql(SELECT + "and exchange_id = :id")
        .param("id", id)
        .query((row, n) -> exchange(row))
        .optional();
  }

  Optional<Exchange> newestBetween(UUID delegator, UUID delegate) {
    return jdbc.sql(
            SELECT
                + """
                and delegator = :delegator and delegate = :delegate
                order by created_at desc limit 1
                """)
        .param("delegator", delegator)
        .param("delegate", delegate)
        .query((row, n) -> exchange(row))
        .optional();
  }

  List<Exchange> all(Collection<UUID> ids) {
    return jdbc.sql(SELECT + "and exchange_id = any(:ids::uuid[]) order by exchange_id")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> exchange(row))
        .list();
  }

  /** Exchanges a party gave or was given, locked, by id. */
  List<Exchange> lockOf(UUID party, UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                and (delegator = :party or delegate = :party) and exchange_id > :after
                order by exchange_id limit :limit for update
                """)
        .param("party", party)
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> exchange(row))
        .list();
  }

  void replace(UUID id, byte[] record) {
    jdbc.sql(
            """
            update exchange set record = :record
            where clinic_id = current_clinic() and exchange_id = :id
            """)
        .param("record", record)
        .param("id", id)
        .update();
  }

  private static Exchange exchange(ResultSet row) throws SQLException {
    return new Exchange(
        row.getObject("exchange_id", UUID.class),
        row.getObject("delegator", UUID.class),
        row.getObject("delegate", UUID.class),
        row.getBytes("record"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
