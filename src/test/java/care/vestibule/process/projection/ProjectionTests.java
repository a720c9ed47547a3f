package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectionTests {

  private static final AtomicLong NUMBER = new AtomicLong(77L << 51);

  private final JdbcClient jdbc = TestDatabase.get().jdbc();
  private final RowWrites writes = new RowWrites(jdbc);
  private final Projection projection =
      new Projection(writes, new ExportPositions(jdbc), new Journal(jdbc, writes));
  private final long instance = NUMBER.incrementAndGet();
  private long position = instance * 10;

  @Test
  void aWorkersMessageIsACodeAndPerhapsTheNumberItHasInTheLog() {
    var correlation = UUID.randomUUID();

    var technical = incident("TECHNICAL_FAILURE " + correlation);
    var coded = incident("KEYSTORE_LOCKED");

    assertThat(row(technical)).containsEntry("code", "TECHNICAL_FAILURE");
    assertThat(row(technical)).containsEntry("correlation", correlation);
    assertThat(row(coded))
        .containsEntry("code", "KEYSTORE_LOCKED")
        .containsEntry("correlation", null);
  }

  @Test
  void theEnginesOwnWordsAreNotKeptBecauseTheyMayQuoteValues() {
    var quoting = incident("FEEL could not read 'Zoraida Quintanilla'");

    assertThat(row(quoting)).containsEntry("code", "IO_MAPPING_ERROR");
    assertThat(row(quoting).toString()).doesNotContain("Zoraida").doesNotContain("FEEL");
    assertThat(
            jdbc.sql("select value from engine_journal where record_key = :key")
                .param("key", quoting)
                .query(String.class)
                .single())
        .contains("IO_MAPPING_ERROR")
        .doesNotContain("Zoraida");
  }

  @Test
  void aLaterInvitationOfTheSameProcessCountsWheneverItsRecordComes() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    var records = new ArrayList<>(List.of(invitation(first), invitation(second)));
    Collections.reverse(records);

    projection.apply(records);

    assertThat(
            jdbc.sql("select invitation_id from engine_instance where instance_key = :key")
                .param("key", instance)
                .query(UUID.class)
                .single())
        .isEqualTo(second);
  }

  @Test
  void commandsAndRejectionsAreNoNews() {
    var key = NUMBER.incrementAndGet();

    projection.apply(
        List.of(record("COMMAND", "INCIDENT", "CREATED", key, incidentValue("KEYSTORE_LOCKED"))));

    assertThat(
            jdbc.sql("select count(*) from engine_incident where incident_key = :key")
                .param("key", key)
                .query(Long.class)
                .single())
        .isZero();
  }

  private long incident(String message) {
    var key = NUMBER.incrementAndGet();
    projection.apply(List.of(record("EVENT", "INCIDENT", "CREATED", key, incidentValue(message))));
    return key;
  }

  private String incidentValue(String message) {
    return """
        {"processInstanceKey": %d, "elementInstanceKey": 5, "elementId": "share-data", "jobKey": 6,
         "errorType": "IO_MAPPING_ERROR", "errorMessage": "%s"}
        """
        .formatted(instance, message);
  }

  private EngineRecord invitation(UUID invitation) {
    return record(
        "EVENT",
        "VARIABLE",
        "UPDATED",
        NUMBER.incrementAndGet(),
        """
        {"processInstanceKey": %1$d, "scopeKey": %1$d, "name": "invitationId", "value": "\\"%2$s\\""}
        """
            .formatted(instance, invitation));
  }

  private EngineRecord record(String kind, String type, String intent, long key, String value) {
    return EngineRecord.parse(
        """
        {"partitionId": 77, "position": %d, "timestamp": 1760000000000, "recordType": "%s",
         "valueType": "%s", "intent": "%s", "key": %d, "value": %s, "later": {"added": true}}
        """
            .formatted(position++, kind, type, intent, key, value));
  }

  private Map<String, @Nullable Object> row(long incident) {
    return jdbc.sql("select code, correlation from engine_incident where incident_key = :key")
        .param("key", incident)
        .query()
        .singleRow();
  }
}
