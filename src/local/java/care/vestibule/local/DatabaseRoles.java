package care.vestibule.local;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two roles and the database, made once; what a clinic's administrator does in production. */
final class DatabaseRoles {

  private DatabaseRoles() {}

  static void createMissing(DataSource superuser) {
    var jdbc = JdbcClient.create(superuser);
    createRole(jdbc, DatabaseProcess.OWNER);
    createRole(jdbc, DatabaseProcess.APPLICATION);
    if (!exists(jdbc, "select 1 from pg_database where datname = 'vestibule'")) {
      jdbc.sql("create database vestibule owner " + DatabaseProcess.OWNER).update();
    }
  }

  private static void createRole(JdbcClient jdbc, String role) {
    if (!exists(jdbc, "select 1 from pg_roles where rolname = '%s'".formatted(role))) {
      jdbc.sql("create role %s login".formatted(role)).update();
    }
  }

  private static boolean exists(JdbcClient jdbc, String query) {
    return jdbc.sql(query).query(Integer.class).optional().isPresent();
  }
}
