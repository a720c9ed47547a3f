package care.vestibule.monitoring.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.vestibule.identity.Problem;
import care.vestibule.monitoring.EngineHealthCheck;
import care.vestibule.process.projection.EngineRecord;
import care.vestibule.process.projection.Projection;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes the broker's records; 200 means that they are committed. */
@RestController
@OnlyIn(Zone.PORTAL)
class ExporterApi {

  private final Projection projection;
  private final EngineHealthCheck pulses;
  private final byte[] expected;

  ExporterApi(
      Projection projection,
      EngineHealthCheck pulses,
      @Value("${vestibule.engine.exporter-token:}") String exporterToken) {
    this.projection = projection;
    this.pulses = pulses;
    this.expected = ("Bearer " + exporterToken).getBytes(UTF_8);
  }

  @PostMapping(path = "/engine/records", consumes = "application/x-ndjson")
  void take(
      @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
      @RequestHeader(name = "Vestibule-Partition", defaultValue = "1") int partition,
      @RequestHeader(name = "Vestibule-Lag", defaultValue = "0") long lagMillis,
      @RequestBody(required = false) byte @Nullable [] lines) {
    if (expected.length < 32 || !MessageDigest.isEqual(expected, authorization.getBytes(UTF_8))) {
      throw new Problem(Problem.Kind.UNAUTHENTICATED, "exporter-token");
    }
    // An empty post is the exporter's heartbeat.
    var body = lines == null ? "" : new String(lines, UTF_8);
    try {
      projection.apply(body.lines().map(EngineRecord::parse).toList());
      pulses.heard(partition, Duration.ofMillis(lagMillis));
    } catch (IllegalArgumentException e) {
      throw new Problem(Problem.Kind.INVALID, "not-a-record");
    }
  }
}
