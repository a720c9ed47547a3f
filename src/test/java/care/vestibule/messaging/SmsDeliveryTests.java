package care.vestibule.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.directory.Contact;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsDeliveryTests {

  private static final String MOBILE = "0151 23456789";

  private final TestDatabase database = TestDatabase.get();
  private final ClinicId clinic = new Fixtures(database).aClinic().id();
  private final UUID subject = UUID.randomUUID();
  private final MessagingFixture post;

  SmsDeliveryTests(@TempDir Path directory) {
    post = new MessagingFixture(directory, 1);
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void aTextMessageGoesToTheNumberAsTheWorldWritesItOnce() {
    var first = send(0, MOBILE);

    assertThat(send(0, MOBILE)).isEqualTo(first).isInstanceOf(Delivery.Sent.class);
    assertThat(post.gateway().all()).hasSize(1);
    assertThat(post.gateway().to("+4915123456789").getFirst().body())
        .contains("Dr. Casares", "Lindenhof Online", "https://portal.example/i#v1.a.b.c");
  }

  @ParameterizedTest
  @CsvSource({
    "030 901820, NOT_MOBILE",
    "12, ADDRESS_INVALID",
    "0900 1234567, NOT_MOBILE",
    "+32 470 12 34 56, COUNTRY_NOT_ALLOWED",
    "+881 6 1234 5678, COUNTRY_NOT_ALLOWED"
  })
  void whatIsNoMobileNumberIsRefused(String number, Delivery.Reason reason) {
    assertThat(send(0, number)).isEqualTo(new Delivery.Refused(reason));
    assertThat(post.gateway().all()).isEmpty();
  }

  @Test
  void aContactOfAnotherKindIsNotTurnedIntoAMobile() {
    var landline = new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, MOBILE, true);

    assertThat(send(0, landline)).isEqualTo(new Delivery.Refused(Delivery.Reason.NOT_MOBILE));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void anErrorIsNotRepeatedBehindOurBackButTriedAgainLater(int status) {
    post.gateway().faults().failNext(1, status);

    assertThatThrownBy(() -> send(0, MOBILE))
        .isInstanceOf(NotSentYet.class)
        .hasMessage("TWILIO_HTTP_" + status)
        .hasNoCause();
    assertThat(post.gateway().all()).isEmpty();

    send(0, MOBILE);
    assertThat(post.gateway().all()).hasSize(1);
  }

  @Test
  void aMessageWhoseAnswerWasLostIsFoundAtTwilioAndNotSentAgain() {
    // A connection that has served before is where clients are tempted to repeat a request.
    send(1, MOBILE);
    post.gateway().faults().hangAfterAcceptingNext(1, Duration.ofMillis(50));

    assertThatThrownBy(() -> send(2, MOBILE))
        .isInstanceOf(NotSentYet.class)
        .hasMessage("TWILIO_UNREACHABLE")
        .hasNoCause();
    assertThat(send(2, MOBILE)).isInstanceOf(Delivery.Sent.class);
    assertThat(send(2, MOBILE)).isInstanceOf(Delivery.Sent.class);

    assertThat(post.gateway().all()).hasSize(2);
  }

  @Test
  void theSameWordsSentUnderAnotherKeyAreNotMistakenForTheLostMessage() {
    send(1, MOBILE);
    post.gateway().faults().failNext(1, 500);
    assertThatThrownBy(() -> send(2, MOBILE)).isInstanceOf(NotSentYet.class);

    send(2, MOBILE);

    assertThat(post.gateway().all()).hasSize(2);
  }

  private Delivery send(int sequence, String number) {
    return send(sequence, new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, number, true));
  }

  private Delivery send(int sequence, Contact to) {
    var key = new MessageKey(subject, 1, Channel.SMS, MessageKind.INVITATION, sequence);
    var facts = EmailDeliveryTests.facts("Dr. Casares");
    return database.clinic().during(clinic, () -> post.messenger().send(key, to, facts));
  }
}
