package care.vestibule.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseProcessTests {

  @TempDir private Path directory;

  @Test
  void aCommittedRowSurvivesTheKillOfTheDatabase() {
    try (var database = DatabaseProcess.start(directory, LocalPorts.free().database())) {
      var jdbc = owner(database);
      jdbc.sql("create table kept (word text not null)").update();
      jdbc.sql("insert into kept (word) values ('yes')").update();

      database.kill();
      database.startAgain();

      assertThat(jdbc.sql("select word from kept").query(String.class).list())
          .containsExactly("yes");
    }
  }

  @Test
  void aDatabaseLeftOverByAKilledRunIsEndedAndItsRolesAreKept() {
    var port = LocalPorts.free().database();
    try (var first = DatabaseProcess.start(directory, port)) {
      owner(first).sql("create table kept (word text not null)").update();
      var leftover = postmaster();

      DatabaseProcess.endLeftover(directory);

      assertThat(leftover.isAlive()).isFalse();
      first.startAgain();
      assertThat(owner(first).sql("select count(*) from kept").query(Long.class).single()).isZero();
    }
    assertThat(PostmasterFile.findAlive(directory.resolve("data"))).isEmpty();
  }

  private ProcessHandle postmaster() {
    return PostmasterFile.findAlive(directory.resolve("data")).orElseThrow();
  }

  private static JdbcClient owner(DatabaseProcess database) {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), DatabaseProcess.OWNER, ""));
  }
}
