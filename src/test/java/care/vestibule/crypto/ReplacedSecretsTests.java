package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplacedSecretsTests {

  private static final byte[] SECRET = {1, 2, 3};
  private static final byte[] SELECTOR = {4, 5};
  private static final UUID INVITATION = new UUID(1, 2);

  @Test
  void aPepperHashesWithItselfAndRecognisesWhatTheOneBesideItHashed() {
    var former = pepper(1);
    var both = pepper(2).accepting(List.of(pepper(1)), Optional.empty());
    var old = former.hash(SECRET, SELECTOR);

    assertThat(both.matches(old, SECRET, SELECTOR)).isTrue();
    assertThat(both.isCurrent(old, SECRET, SELECTOR)).isFalse();
    assertThat(both.hash(SECRET, SELECTOR)).isEqualTo(pepper(2).hash(SECRET, SELECTOR));
    assertThat(both.matches(pepper(3).hash(SECRET, SELECTOR), SECRET, SELECTOR)).isFalse();
    assertThat(pepper(2).matches(old, SECRET, SELECTOR)).isFalse();
    assertThat(both.matches(new byte[0], SECRET, SELECTOR)).isFalse();
  }

  @Test
  void aNameStaysWhatItWasUnderTheFirstPepper() {
    var rotated = pepper(3).accepting(List.of(pepper(2)), Optional.of(pepper(1)));

    assertThat(rotated.name(SECRET, SELECTOR)).isEqualTo(pepper(1).name(SECRET, SELECTOR));
    assertThat(pepper(1).name(SECRET, SELECTOR)).isEqualTo(pepper(1).hash(SECRET, SELECTOR));
  }

  @Test
  void aLinkIsComposedAgainWithTheKeyItWasMadeWithAndANewOneWithTheNewKey() {
    var former = key(1);
    var both = key(2).accepting(List.of(key(1)));
    var old = former.linkSecret(INVITATION, 1);

    var again = both.of(INVITATION, 1, secret -> Arrays.equals(secret, old));
    var fresh = both.of(INVITATION, 2, secret -> false);

    assertThat(again.bind(INVITATION, 1)).isEqualTo(former.bind(INVITATION, 1));
    assertThat(fresh.bind(INVITATION, 2)).isEqualTo(key(2).bind(INVITATION, 2));
    assertThat(both.accepted()).hasSize(2);
  }

  @Test
  void closingWipesTheOthersToo() {
    var former = pepper(1);
    var formerKey = key(1);
    var formerMaster = MasterSecret.of(bytes(1));

    pepper(2).accepting(List.of(former), Optional.empty()).close();
    key(2).accepting(List.of(formerKey)).close();
    MasterSecret.of(bytes(2)).accepting(List.of(formerMaster)).close();

    assertThatIllegalStateException().isThrownBy(() -> former.hash(SECRET, SELECTOR));
    assertThatIllegalStateException().isThrownBy(() -> formerKey.bind(INVITATION, 1));
    assertThatIllegalStateException().isThrownBy(() -> formerMaster.derive("x", INVITATION));
  }

  private static Pepper pepper(int number) {
    return Pepper.of(bytes(number));
  }

  private static InvitationKey key(int number) {
    return InvitationKey.of(bytes(number));
  }

  private static byte[] bytes(int number) {
    var bytes = new byte[32];
    bytes[0] = (byte) number;
    return bytes;
  }
}
