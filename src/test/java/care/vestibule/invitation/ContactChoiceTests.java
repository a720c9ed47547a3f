package care.vestibule.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Contact.Kind;
import care.vestibule.directory.Contact.Use;
import care.vestibule.messaging.Channel;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactChoiceTests {

  private static final Contact WORK = new Contact(Kind.EMAIL, Use.WORK, "w@x.example", false);
  private static final Contact HOME = new Contact(Kind.EMAIL, Use.HOME, "h@x.example", false);
  private static final Contact MOBILE = new Contact(Kind.MOBILE, Use.OTHER, "+491701", false);
  private static final Contact LIKED = new Contact(Kind.MOBILE, Use.WORK, "+491702", true);
  private static final Contact LANDLINE = new Contact(Kind.LANDLINE, Use.HOME, "+4930", true);

  private static final Contact MOTHERS =
      new Contact(Kind.EMAIL, Use.HOME, "m@x.example", false, Optional.of("Maria Small"));
  private static final int CLINIC_AGE = 16;

  private final LocalDate today = LocalDate.of(2026, 2, 28);

  @Test
  void whatThePatientPrefersComesFirstThenHomeBeforeWork() {
    assertThat(choice(WORK, HOME, LIKED).inOrder(RequestedChannel.AUTO))
        .containsExactly(LIKED, HOME);
    assertThat(choice(WORK, MOBILE, HOME).inOrder(RequestedChannel.AUTO))
        .containsExactly(HOME, MOBILE);
  }

  @Test
  void theWishedChannelComesFirstAndTheOtherOneStaysAsAWayOut() {
    assertThat(choice(LIKED, HOME).inOrder(RequestedChannel.EMAIL)).containsExactly(HOME, LIKED);
    assertThat(choice(LIKED, HOME).inOrder(RequestedChannel.SMS)).containsExactly(LIKED, HOME);
  }

  @Test
  void aLandlineIsNeverChosen() {
    assertThat(choice(LANDLINE).contacts()).isEmpty();
    assertThat(choice(LANDLINE, WORK).inOrder(RequestedChannel.SMS)).containsExactly(WORK);
  }

  @Test
  void aSecondFactorNeverTravelsTheWayOfTheLink() {
    assertThat(choice(HOME, WORK).apartFrom(Channel.EMAIL)).isEmpty();
    assertThat(choice(HOME, MOBILE).apartFrom(Channel.EMAIL)).contains(MOBILE);
    assertThat(choice(HOME, MOBILE).apartFrom(Channel.SMS)).contains(HOME);
  }

  @Test
  void aMinorIsReachedThroughWhoStandsInAndNeverDirectly() {
    var child = today.minusYears(CLINIC_AGE).plusDays(1);

    assertThat(choice(child, LIKED, HOME, MOTHERS).contacts()).containsExactly(MOTHERS);
    assertThat(choice(child, LIKED, HOME, MOTHERS).proxy()).contains("Maria Small");
    assertThat(choice(child, LIKED, HOME).contacts()).isEmpty();
  }

  @Test
  void whoIsOldEnoughIsNeverReachedThroughSomebodyElse() {
    var grownUp = today.minusYears(CLINIC_AGE);

    assertThat(choice(grownUp, MOTHERS, HOME).contacts()).containsExactly(HOME);
    assertThat(choice(grownUp, MOTHERS).contacts()).isEmpty();
  }

  private ContactChoice choice(Contact... contacts) {
    return choice(today.minusYears(40), contacts);
  }

  private ContactChoice choice(LocalDate born, Contact... contacts) {
    var fixtures = new Fixtures(TestDatabase.get());
    var clinic = fixtures.aClinic();
    var patient = fixtures.aPatient(clinic.id()).born(born).reachedBy(contacts).built();
    return ContactChoice.of(patient, clinic, today);
  }
}
