package care.vestibule.custody;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where private keys are kept.
 *
 * @param keystores the directory with one file per clinic, shared by all agents of the clinic
 * @param interval how often it is looked for professionals without a key
 * @param vouching how often it is looked for public keys the agent does not vouch for
 */
@ConfigurationProperties("vestibule.sharing")
record CustodyProperties(
    @DefaultValue(".local/keystores") Path keystores,
    @DefaultValue("30s") Duration interval,
    @DefaultValue("30s") Duration vouching) {}
