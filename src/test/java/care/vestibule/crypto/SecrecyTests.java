package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecrecyTests {

  private static final List<JavaClass> CLASSES =
      List.copyOf(
          new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("care.vestibule.crypto"));

  /** Everything in the package that holds a secret, by what it was made of. */
  static Stream<AutoCloseable> holders() {
    var random = new SeededRandom(77);
    return Stream.of(
        Secret.random(random, 32),
        ContentKey.generate(random),
        ExchangeKey.generate(random),
        PartyKeyPair.generate(random),
        TestKeys.of(Suite.RSA_OAEP, 0, random),
        new IntakeSigner(PartyKeyPair.generate(random)),
        InvitationKey.of(bytes(random)),
        MasterSecret.of(bytes(random)),
        Pepper.of(bytes(random)),
        BackupCode.generate(BackupCode.Kind.RECOVERY, random));
  }

  private static byte[] bytes(SeededRandom random) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void everyClassThatHoldsASecretIsWipedAndIsInTheList() {
    var listed = holders().map(AutoCloseable::getClass).map(Class::getName).distinct().toList();
    var holding =
        CLASSES.stream()
            .filter(
                type ->
                    type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .anyMatch(field -> holdsSecret(field.getRawType())))
            .map(JavaClass::getName)
            .toList();

    assertThat(holding).isNotEmpty();
    assertThat(listed).containsAll(holding);
  }

  private static boolean holdsSecret(JavaClass type) {
    return type.isEquivalentTo(Secret.class) || type.isEquivalentTo(PartyKeyPair.class);
  }

  @Test
  void noMethodGivesASecretAsText() {
    var holding = holders().map(AutoCloseable::getClass).distinct().toList();
    for (var type : holding) {
      for (var method : type.getDeclaredMethods()) {
        var isAskedFor = !method.getName().equals("toString") && !method.isSynthetic();
        assertThat(isAskedFor && method.getReturnType() == String.class).as("%s", method).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("holders")
  void nothingOfASecretIsShown(AutoCloseable holder) throws Exception {
    var shown = holder.toString();
    for (var secret : secretsIn(holder)) {
      assertThat(secret).isNotEqualTo(new byte[secret.length]);
      assertThat(shown)
          .doesNotContain(HexFormat.of().formatHex(secret))
          .doesNotContain(Base64.getEncoder().encodeToString(secret))
          .doesNotContain(Arrays.toString(secret))
          .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }
  }

  @ParameterizedTest
  @MethodSource("holders")
  void closingWipesEverySecretAndNothingCanBeDoneAfterwards(AutoCloseable holder) throws Exception {
    var secrets = secretsIn(holder);
    assertThat(secrets).isNotEmpty();

    holder.close();

    for (var secret : secrets) {
      assertThat(secret).isEqualTo(new byte[secret.length]);
    }
    for (var kept : secretHolders(holder)) {
      assertThatThrownBy(kept::bytes).isInstanceOf(IllegalStateException.class);
    }
  }

  private static List<byte[]> secretsIn(Object holder) throws IllegalAccessException {
    return secretHolders(holder).stream().map(Secret::bytes).toList();
  }

  private static List<Secret> secretHolders(Object holder) throws IllegalAccessException {
    var found = new ArrayList<Secret>();
    if (holder instanceof Secret secret) {
      found.add(secret);
      return found;
    }
    for (var field : holder.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        var value = field.get(holder);
        if (value instanceof Secret || value instanceof PartyKeyPair) {
          found.addAll(secretHolders(value));
        }
      }
    }
    return found;
  }
}
