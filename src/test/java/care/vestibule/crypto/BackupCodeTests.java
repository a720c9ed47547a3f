package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.MISTYPED;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_AUTHENTIC;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRUNCATED;
import static care.vestibule.crypto.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.crypto.BackupCode.Kind;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupCodeTests {

  private static final UUID CLINIC = UUID.fromString("8f3c1c0e-7b0a-4a83-9a52-0d7f5a1f9b11");
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final SeededRandom random = new SeededRandom(4);
  private final PartyKeyPair keys = PartyKeyPair.generate(random);

  @ParameterizedTest
  @EnumSource
  void aCodeBringsTheKeysBack(Kind kind) {
    try (var code = BackupCode.generate(kind, random);
        var typed = BackupCode.parse(kind, code.text())) {
      var sealed = code.seal(CLINIC, keys, random);
      try (var opened = typed.open(CLINIC, sealed)) {
        assertThat(opened.encoded()).isEqualTo(keys.encoded());
      }
      assertThat(sealed).hasSize(106);
      assertThat(typed.id()).isEqualTo(code.id()).hasSize(16);
    }
  }

  @Test
  void theCodesHaveTheirLengths() {
    assertThat(BackupCode.generate(Kind.RECOVERY, random).text()).hasSize(33);
    assertThat(BackupCode.generate(Kind.TRANSFER, random).text()).hasSize(25);
  }

  @ParameterizedTest
  @EnumSource
  void nothingChangedAndNothingOfOthersIsOpened(Kind kind) {
    var code = BackupCode.generate(kind, random);
    var sealed = code.seal(CLINIC, keys, random);
    for (var bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
      var changed = sealed.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(reasonOf(() -> code.open(CLINIC, changed))).isNotNull();
    }
    assertThat(reasonOf(() -> code.open(UUID.randomUUID(), sealed))).isEqualTo(NOT_AUTHENTIC);
    assertThat(reasonOf(() -> code.open(CLINIC, Arrays.copyOf(sealed, 29)))).isEqualTo(TRUNCATED);
    var other = BackupCode.generate(kind, random);
    assertThat(reasonOf(() -> other.open(CLINIC, sealed))).isEqualTo(NOT_AUTHENTIC);
    assertThat(other.id()).isNotEqualTo(code.id());
  }

  @Test
  void theNameSaysNothingAboutTheKey() {
    try (var code = BackupCode.generate(Kind.RECOVERY, random)) {
      var sealed = code.seal(CLINIC, keys, random);
      var guessed = Arrays.copyOf(code.id(), 32);
      var name =
          TlvWriter.labelled("vestibule/v1/recovery").uuid(2, CLINIC).bytes(3, code.id()).toBytes();
      assertThat(reasonOf(() -> AesGcm.open(guessed, name, sealed))).isEqualTo(NOT_AUTHENTIC);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000, 000000000",
    "ffffffffff, ZZZZZZZZF",
    "0842108421, 11111111G",
    "0000000001, 000000011",
    "0000000024, 00000014U",
    "0000000020, 00000010*",
    "0000000021, 00000011~",
    "0000000022, 00000012$",
    "0000000023, 00000013=",
    "0000000025, 000000150",
  })
  void theAlphabetIsCrockfords(String hex, String text) {
    var bytes = HexFormat.of().parseHex(hex);
    assertThat(new String(Crockford.encode(bytes))).isEqualTo(text);
    assertThat(Crockford.decode(text.toCharArray(), 5)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1111-1111-G", "iIlL 1111 G", "LLLLiiiiG", "--1 1 1 1 1 1 1 1 G--"})
  void aCodeIsReadHoweverItWasTyped(String typed) {
    assertThat(Crockford.decode(typed.toCharArray(), 5))
        .isEqualTo(HexFormat.of().parseHex("0842108421"));
  }

  @Test
  void lowerCaseAndTheLetterOAreRead() {
    assertThat(Crockford.decode("zzzzzzzzf".toCharArray(), 5))
        .isEqualTo(HexFormat.of().parseHex("ffffffffff"));
    assertThat(Crockford.decode("oOoO0000o".toCharArray(), 5)).isEqualTo(new byte[5]);
    assertThat(Crockford.decode("0000001 4u".toCharArray(), 5))
        .isEqualTo(HexFormat.of().parseHex("0000000024"));
  }

  @Test
  void aSingleWrongCharacterAndTwoSwappedOnesAreNoticed() {
    var text = BackupCode.generate(Kind.RECOVERY, random).text();
    for (var i = 0; i < text.length; i++) {
      for (var letter = 0; letter < ALPHABET.length(); letter++) {
        var wrong = text.clone();
        wrong[i] = ALPHABET.charAt(letter);
        if (wrong[i] != text[i]) {
          assertThat(reasonOf(() -> BackupCode.parse(Kind.RECOVERY, wrong))).isEqualTo(MISTYPED);
        }
      }
    }
    for (var i = 0; i < text.length - 2; i++) {
      var swapped = text.clone();
      swapped[i] = text[i + 1];
      swapped[i + 1] = text[i];
      if (text[i] != text[i + 1]) {
        assertThat(reasonOf(() -> BackupCode.parse(Kind.RECOVERY, swapped))).isEqualTo(MISTYPED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00000000",
        "0000000000",
        "U00000000",
        "00000000!",
        "0000000\u0130 0",
        "*00000000"
      })
  void whatIsNoCodeIsMistyped(String typed) {
    assertThat(reasonOf(() -> Crockford.decode(typed.toCharArray(), 5))).isEqualTo(MISTYPED);
  }
}
