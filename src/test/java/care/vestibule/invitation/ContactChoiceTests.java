package care.vestibule.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Contact.Kind;
import care.vestibule.directory.Contact.Use;
import care.vestibule.directory.Patient;
import care.vestibule.messaging.Channel;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactChoiceTests {

  private static final Contact WORK = new Contact(Kind.EMAIL, Use.WORK, "w@x.example", false);
  private static final Contact HOME = new Contact(Kind.EMAIL, Use.HOME, "h@x.example", false);
  private static final Contact MOBILE = new Contact(Kind.MOBILE, Use.OTHER, "+491701", false);
  private static final Contact LIKED = new Contact(Kind.MOBILE, Use.WORK, "+491702", true);
  private static final Contact LANDLINE = new Contact(Kind.LANDLINE, Use.HOME, "+4930", true);

  @Test
  void whatThePatientPrefersComesFirstThenHomeBeforeWork() {
    assertThat(choice(WORK, HOME, LIKED).inOrder(ChannelWish.AUTO)).containsExactly(LIKED, HOME);
    assertThat(choice(WORK, MOBILE, HOME).inOrder(ChannelWish.AUTO)).containsExactly(HOME, MOBILE);
  }

  @Test
  void theWishedChannelComesFirstAndTheOtherOneStaysAsAWayOut() {
    assertThat(choice(LIKED, HOME).inOrder(ChannelWish.EMAIL)).containsExactly(HOME, LIKED);
    assertThat(choice(LIKED, HOME).inOrder(ChannelWish.SMS)).containsExactly(LIKED, HOME);
  }

  @Test
  void aLandlineIsNeverChosen() {
    assertThat(choice(LANDLINE).contacts()).isEmpty();
    assertThat(choice(LANDLINE, WORK).inOrder(ChannelWish.SMS)).containsExactly(WORK);
  }

  @Test
  void aSecondFactorNeverTravelsTheWayOfTheLink() {
    assertThat(choice(HOME, WORK).apartFrom(Channel.EMAIL)).isEmpty();
    assertThat(choice(HOME, MOBILE).apartFrom(Channel.EMAIL)).contains(MOBILE);
    assertThat(choice(HOME, MOBILE).apartFrom(Channel.SMS)).contains(HOME);
  }

  private static ContactChoice choice(Contact... contacts) {
    Patient patient =
        new Fixtures(TestDatabase.get())
            .aPatient(new ClinicId(UUID.randomUUID()))
            .reachedBy(contacts)
            .built();
    return ContactChoice.of(patient);
  }
}
