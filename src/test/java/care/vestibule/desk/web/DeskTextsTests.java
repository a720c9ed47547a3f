package care.vestibule.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.AccessRequestProblem;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.CancelReason;
import care.vestibule.desk.BulkRow;
import care.vestibule.invitation.DeskState;
import care.vestibule.invitation.InvitationOutcome;
import care.vestibule.invitation.InvitationPreviews.InvitationContact;
import care.vestibule.invitation.InvitationState;
import care.vestibule.invitation.RefusalReason;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.delivery.SentMessage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeskTextsTests {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates/desk");
  private static final Pattern FIXED = Pattern.compile("#\\{(desk(?:\\.\\w+)+)[}(]");
  private static final Pattern BUILT = Pattern.compile("'(desk(?:\\.\\w+)+\\.)'");
  private static final Set<RefusalReason> NOBODYS_NEWS =
      EnumSet.of(
          RefusalReason.UNKNOWN_PATIENT,
          RefusalReason.UNKNOWN_SENDER,
          RefusalReason.UNKNOWN_INVITATION);

  private final Set<String> known = keys();
  private final String pages = read();

  @Test
  void everyTextAPageNamesIsThere() {
    var named = FIXED.matcher(pages).results().map(found -> found.group(1)).toList();

    assertThat(named).isNotEmpty();
    assertThat(known).containsAll(named);
  }

  @Test
  void everyTextIsOnSomePage() {
    var named =
        FIXED.matcher(pages).results().map(found -> found.group(1)).collect(Collectors.toSet());
    var built =
        BUILT.matcher(pages).results().map(found -> found.group(1)).collect(Collectors.toSet());

    assertThat(known)
        .allMatch(key -> named.contains(key) || built.stream().anyMatch(key::startsWith));
  }

  @Test
  void whateverCanHappenHasItsWords() {
    assertThat(known)
        .containsAll(words("desk.state.", InvitationState.values()))
        .containsAll(words("desk.sentence.", InvitationState.values()))
        .containsAll(words("desk.filter.", DeskState.values()))
        .containsAll(words("desk.outcome.", InvitationOutcome.values()))
        .containsAll(words("desk.kind.", MessageKind.values()))
        .containsAll(words("desk.channel.", Channel.values()))
        .containsAll(words("desk.reason.", Delivery.Reason.values()))
        .containsAll(words("desk.fate.tag.", SentMessage.Fate.values()))
        .containsAll(words("desk.bulk.problem.", BulkRow.Problem.values()))
        .containsAll(ways())
        .containsAll(words("desk.news.", FlashMessage.values()))
        .containsAll(words("desk.life.", LinkValidity.values()))
        .containsAll(words("desk.part.reason.", CancelReason.values()))
        .containsAll(words("desk.part.reason.", AccessRequestProblem.values()))
        .containsAll(
            words("desk.part.", AccessRequestStatus.values()).stream()
                .map(key -> key.toLowerCase(Locale.ROOT))
                .toList())
        .containsAll(
            words(
                "desk.refusal.",
                EnumSet.complementOf(EnumSet.copyOf(NOBODYS_NEWS)).toArray(RefusalReason[]::new)));
  }

  private static Set<String> words(String prefix, Enum<?>[] values) {
    return Arrays.stream(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
  }

  private static Set<String> ways() {
    return words("desk.way.", InvitationContact.Why.values()).stream()
        .flatMap(way -> words(way + ".", Channel.values()).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> keys() {
    var properties = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(
                DeskTextsTests.class.getResourceAsStream("/messages/desk.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static String read() {
    try (Stream<Path> templates = Files.list(TEMPLATES)) {
      var all = new StringBuilder();
      for (var template : templates.toList()) {
        all.append(Files.readString(template));
      }
      return all.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
