package care.vestibule.journey;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Changes one value of one row, as somebody can who owns the database, and puts it back. */
final class Tampering implements AutoCloseable {

  private static final String COPIES = "before_tampering";

  private static final List<String> WRITTEN_BY_SHARES =
      List.of(
          "exchange",
          "delegation",
          "share_keys",
          "share_manifest",
          "share_runs",
          "share_run_parts");

  /** Values another than the one that stands there, where the type alone does not say one. */
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("public_key.state", "'LOST'"),
          Map.entry(
              "delegation.permission", "case permission when 'READ' then 'WRITE' else 'READ' end"),
          Map.entry("entity.kind", "'HEALTHCARE_ELEMENT'"),
          Map.entry("entity.fhir_type", "'Procedure'"),
          Map.entry("notifications.status", "'CANCELLED'"),
          Map.entry("share_runs.state", "'INCOMPLETE'"),
          Map.entry("share_run_parts.kind", "'NOTHING'"),
          Map.entry("notifications.type", "'KEY_PAIR_UPDATE'"),
          Map.entry("notifications.reason", "'KEY_CHANGED'"),
          Map.entry("notifications.problem", "'NO_KEY'"),
          Map.entry("decisions.reason", "'OTHER'"),
          Map.entry("decisions.verification", "'VERIFIED_IN_PERSON'"));

  private final SingleConnectionDataSource connection;
  private final JdbcClient jdbc;
  private final List<String> tables;

  Tampering(String url, List<String> tables) {
    this.connection = new SingleConnectionDataSource(url + "?user=postgres", true);
    this.jdbc = JdbcClient.create(connection);
    this.tables = tables;
    // Foreign keys and triggers are no hindrance to whoever owns the database.
    jdbc.sql("set session_replication_role = replica").update();
  }

  /** The columns of a table with their types; those PostgreSQL computes cannot be written. */
  Map<String, String> columnsOf(String table) {
    var columns = new TreeMap<String, String>();
    RowCallbackHandler row = it -> columns.put(it.getString(1), it.getString(2));
    jdbc.sql(
            """
            select column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name = :table and is_generated = 'NEVER'
            """)
        .param("table", table)
        .query(row);
    return columns;
  }

  /** Tables with a column that holds bytes, or is named after keys. */
  List<String> tablesWithKeysOrBytes() {
    return jdbc.sql(
            """
            select distinct c.table_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and (c.data_type = 'bytea' or c.column_name ~ 'key_id|content_key|fingerprint|proof|wrap|seal')
            order by c.table_name
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  void keepCopies() {
    jdbc.sql("create schema " + COPIES).update();
    for (var table : tables) {
      jdbc.sql("create table %s.%s as table public.%s".formatted(COPIES, table, table)).update();
    }
  }

  /** Changes a column of exactly one row; how says where in a value of several bytes. */
  void change(String table, String row, String column, String type, String where) {
    var found = jdbc.sql("select count(*) from " + table + " where " + row).query(Integer.class);
    if (found.single() != 1) {
      throw new AssertionError("Not one row of %s where %s".formatted(table, row));
    }
    var other = OTHER.getOrDefault(table + "." + column, other(column, type, where));
    jdbc.sql("update %s set %s = %s where %s".formatted(table, column, other, row)).update();
  }

  private static String other(String column, String type, String where) {
    return switch (type) {
      case "bytea" ->
          switch (where) {
            case "@first" -> "set_bit(%1$s, 0, 1 - get_bit(%1$s, 0))".formatted(column);
            case "@last" ->
                "set_bit(%1$s, 8 * length(%1$s) - 8, 1 - get_bit(%1$s, 8 * length(%1$s) - 8))"
                    .formatted(column);
            default ->
                "set_bit(%1$s, 4 * length(%1$s), 1 - get_bit(%1$s, 4 * length(%1$s)))"
                    .formatted(column);
          };
      case "uuid" -> "gen_random_uuid()";
      case "text" ->
          "case when %1$s is null then 'x' else 'f' || substr(reverse(%1$s), 2) end"
              .formatted(column);
      case "boolean" -> "not " + column;
      case "date" -> column + " + 1";
      case "integer", "bigint" -> column + " + 1";
      default -> "coalesce(%s, now()) + interval '1 hour'".formatted(column);
    };
  }

  void run(String statement) {
    jdbc.sql(statement).update();
  }

  <T> T one(String query, Class<T> type) {
    return jdbc.sql(query).query(type).single();
  }

  List<String> all(String query) {
    return jdbc.sql(query).query((row, n) -> row.getString(1)).list();
  }

  /** Puts the changed table back, and those a share writes to. */
  void putBack(String changed) {
    run("begin");
    for (var table : tables) {
      if (!table.equals(changed) && !WRITTEN_BY_SHARES.contains(table)) {
        continue;
      }
      var columns = String.join(", ", columnsOf(table).keySet());
      run("delete from public." + table);
      run(
          "insert into public.%1$s (%3$s) select %3$s from %2$s.%1$s"
              .formatted(table, COPIES, columns));
    }
    run("commit");
  }

  @Override
  public void close() {
    run("drop schema if exists " + COPIES + " cascade");
    connection.destroy();
  }
}
