package care.vestibule.exporter;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a broker is to an exporter; scheduled tasks run when the test says so. */
final class FakeBroker implements Context, Controller, Configuration {

  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final Map<String, Object> arguments;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private long acknowledged = -1;

  FakeBroker(Map<String, Object> arguments) {
    this.arguments = arguments;
  }

  /** Runs what was scheduled until now. */
  void tick() {
    for (int due = tasks.size(); due > 0; due--) {
      tasks.remove().run();
    }
  }

  long acknowledged() {
    return acknowledged;
  }

  @Override
  public MeterRegistry getMeterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Override
  public Logger getLogger() {
    return LoggerFactory.getLogger(FakeBroker.class);
  }

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Override
  public Configuration getConfiguration() {
    return this;
  }

  @Override
  public int getPartitionId() {
    return 3;
  }

  @Override
  public void setFilter(RecordFilter filter) {}

  @Override
  public void updateLastExportedRecordPosition(long position) {
    acknowledged = position;
  }

  @Override
  public void updateLastExportedRecordPosition(long position, byte[] metadata) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getLastExportedRecordPosition() {
    return acknowledged;
  }

  @Override
  public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  @Override
  public Optional<byte[]> readMetadata() {
    return Optional.empty();
  }

  @Override
  public String getId() {
    return "vestibule";
  }

  @Override
  public Map<String, Object> getArguments() {
    return arguments;
  }

  @Override
  public <T> T instantiate(Class<T> type) {
    throw new UnsupportedOperationException();
  }
}
