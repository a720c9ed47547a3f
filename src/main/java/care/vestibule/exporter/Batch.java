package care.vestibule.exporter;

import io.camunda.zeebe.protocol.record.Record;

/** Records that are not delivered yet, as newline-delimited JSON. */
final class Batch {

  private final int mostRecords;
  private final int mostCharacters;
  private final StringBuilder lines = new StringBuilder();
  private int records;
  private long newest;

  Batch(ExportSettings settings) {
    this.mostRecords = settings.batchRecords();
    this.mostCharacters = settings.batchCharacters();
  }

  /** Keeps the record's JSON, because the broker uses the record object again. */
  void add(Record<?> record) {
    lines.append(record.toJson()).append('\n');
    newest = record.getTimestamp();
    records++;
  }

  boolean isEmpty() {
    return records == 0;
  }

  boolean isFull() {
    return records >= mostRecords || lines.length() >= mostCharacters;
  }

  /** When its last record was written, in the broker's milliseconds since the epoch. */
  long newest() {
    return newest;
  }

  String body() {
    return lines.toString();
  }

  void clear() {
    lines.setLength(0);
    records = 0;
  }
}
