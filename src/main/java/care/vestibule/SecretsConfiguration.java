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

/** The secrets a process of each zone holds, read from files at start and wiped at the end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretFiles.class)
class SecretsConfiguration {

  private static final int SEED_SIZE = 32;

  @Bean
  Pepper pepper(SecretFiles files) {
    return files.read("pepper", Pepper::of);
  }

  @Bean
  @OnlyIn(Zone.AGENT)
  InvitationKey invitationKey(SecretFiles files) {
    return files.read("invitation-key", InvitationKey::of);
  }

  @Bean
  @OnlyIn(Zone.AGENT)
  MasterSecret masterSecret(SecretFiles files) {
    return files.read("master", MasterSecret::of);
  }

  @Bean
  @OnlyIn(Zone.PORTAL)
  IntakeSigner intakeSigner(SecretFiles files) {
    return files.read("intake-key", SecretsConfiguration::intakeSigner);
  }

  /** 64 bytes: the seed to open with, then the seed to sign with. */
  private static IntakeSigner intakeSigner(byte[] seeds) {
    var encryption = Arrays.copyOf(seeds, SEED_SIZE);
    var signing = Arrays.copyOfRange(seeds, SEED_SIZE, Math.max(SEED_SIZE, seeds.length));
    try {
      return new IntakeSigner(PartyKeyPair.fromSeeds(encryption, signing));
    } finally {
      Arrays.fill(encryption, (byte) 0);
      Arrays.fill(signing, (byte) 0);
    }
  }
}
