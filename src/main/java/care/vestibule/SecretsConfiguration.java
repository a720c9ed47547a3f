package care.vestibule;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.MasterSecret;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.custody.SecretFile;
import care.vestibule.monitoring.ScrapeToken;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secrets a process of each zone holds, read from files at start and wiped at the end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretFiles.class)
class SecretsConfiguration {

  private static final int SEED_SIZE = 32;
  private static final String SCRAPE_TOKEN = "scrape-token";
  private static final String ORIGIN = "pepper.origin";

  @Bean
  Pepper pepper(SecretFiles files) {
    var origin =
        files.has(ORIGIN) ? Optional.of(files.read(ORIGIN, Pepper::of)) : Optional.<Pepper>empty();
    // Without the first pepper, everything imported before would be taken for something new.
    if (origin.isEmpty() && files.has("pepper" + SecretFiles.FORMER)) {
      throw new IllegalStateException(
          "There is a secret file pepper.former, but none called pepper.origin: it has to hold the"
              + " first pepper there was");
    }
    return files
        .read("pepper", Pepper::of)
        .accepting(files.readBeside("pepper", Pepper::of), origin);
  }

  /** Without the file nobody may collect the metrics. */
  @Bean
  ScrapeToken scrapeToken(SecretFiles files) {
    return files.has(SCRAPE_TOKEN)
        ? files
            .read(SCRAPE_TOKEN, ScrapeToken::of)
            .accepting(files.readBeside(SCRAPE_TOKEN, ScrapeToken::of))
        : ScrapeToken.none();
  }

  @Bean
  @OnlyIn(Zone.AGENT)
  InvitationKey invitationKey(SecretFiles files) {
    return files
        .read("invitation-key", InvitationKey::of)
        .accepting(files.readBeside("invitation-key", InvitationKey::of));
  }

  @Bean
  @OnlyIn(Zone.AGENT)
  MasterSecret masterSecret(
      SecretFiles files, @Value("${vestibule.secrets.master:}") char @Nullable [] variable) {
    var secret =
        variable == null || variable.length == 0
            ? files.read("master", MasterSecret::of)
            : masterSecret(variable);
    return secret.accepting(files.readBeside("master", MasterSecret::of));
  }

  private static MasterSecret masterSecret(char[] digits) {
    try {
      return MasterSecret.of(HexFormat.of().parseHex(digits, 0, digits.length));
    } catch (CryptoRefusal | IllegalArgumentException e) {
      // The cause is left out: it may quote the secret.
      throw new IllegalStateException("vestibule.secrets.master does not hold 64 hex digits");
    } finally {
      Arrays.fill(digits, '\0');
    }
  }

  @Bean
  @OnlyIn(Zone.AGENT)
  SecretFile secretFile() {
    return file -> SecretFiles.read(file, MasterSecret::of);
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
