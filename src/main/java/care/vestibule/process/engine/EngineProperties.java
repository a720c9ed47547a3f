package care.vestibule.process.engine;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the engine is and how patiently Vestibule deals with it.
 *
 * @param grpcAddress the gateway's gRPC port: everything but user tasks
 * @param restAddress the gateway's REST port: user tasks, which have no gRPC
 * @param jobTimeout how long the engine waits for the answer to a job of a process that died; jobs
 *     that are worked on are renewed
 * @param jobsPerType how many jobs of one type a process takes at a time
 * @param parallelJobs how many jobs a process works on at a time
 * @param firstBackoff the pause after a job's first technical failure; it doubles with each
 * @param longestBackoff the longest such pause
 * @param outboxPolling how often the outbox is looked at when nothing rings
 * @param outboxFirstBackoff the pause after an intention's first failure; it doubles with each
 * @param outboxLongestBackoff the longest such pause
 */
@ConfigurationProperties("vestibule.engine")
public record EngineProperties(
    @DefaultValue("http://localhost:26500") URI grpcAddress,
    @DefaultValue("http://localhost:8088") URI restAddress,
    @DefaultValue("30s") Duration jobTimeout,
    @DefaultValue("8") int jobsPerType,
    @DefaultValue("16") int parallelJobs,
    @DefaultValue("1s") Duration firstBackoff,
    @DefaultValue("5m") Duration longestBackoff,
    @DefaultValue("500ms") Duration outboxPolling,
    @DefaultValue("200ms") Duration outboxFirstBackoff,
    @DefaultValue("30s") Duration outboxLongestBackoff) {}
