package care.vestibule.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long people stay signed in and how much they may send.
 *
 * @param sessionLife after which a session ends however busy it is (ASVS 7.3.2); idle sessions end
 *     by {@code server.servlet.session.timeout}
 * @param challengeLife how long a device has to answer
 * @param transferLife how long keys wait for the second device
 * @param body the largest request
 * @param importBody the largest FHIR bundle
 * @param engineBody the largest batch of engine records
 */
@ConfigurationProperties("vestibule.identity")
public record IdentityProperties(
    @DefaultValue("12h") Duration sessionLife,
    @DefaultValue("5m") Duration challengeLife,
    @DefaultValue("5m") Duration transferLife,
    @DefaultValue("64KB") DataSize body,
    @DefaultValue("32MB") DataSize importBody,
    @DefaultValue("16MB") DataSize engineBody) {}
