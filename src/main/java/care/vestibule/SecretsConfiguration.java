package care.vestibule;

import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.MasterSecret;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Arrays;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the secrets this process needs for the zones it plays, and no others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretFiles.class)
class SecretsConfiguration {

  @Bean
  Pepper pepper(SecretFiles files) {
    return Pepper.of(files.read("pepper", 32));
  }

  @Bean
  @OnlyIn(Zone.AGENT)
  InvitationKey invitationKey(SecretFiles files) {
    return InvitationKey.of(files.read("invitation-key", 32));
  }

  @Bean
  @OnlyIn(Zone.AGENT)
  MasterSecret masterSecret(SecretFiles files) {
    return MasterSecret.of(files.read("master", 32));
  }

  @Bean
  @OnlyIn(Zone.PORTAL)
  IntakeSigner intakeSigner(SecretFiles files) {
    var seeds = files.read("intake-key", 64);
    return new IntakeSigner(
        PartyKeyPair.fromSeeds(Arrays.copyOf(seeds, 32), Arrays.copyOfRange(seeds, 32, 64)));
  }
}
