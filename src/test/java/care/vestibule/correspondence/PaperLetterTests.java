package care.vestibule.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.enrolment.CodeRequestResult;
import care.vestibule.enrolment.EnrolmentResult.Enrolled;
import care.vestibule.enrolment.Enrolments;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationState;
import care.vestibule.invitation.PatientBrowser;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.messaging.MessagingProperties;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Patients whom no e-mail and no text message reaches are invited on paper. */
@SendPathTest
class PaperLetterTests {

  private final SendPathFixture sender;
  private final Enrolments enrolments;
  private final Path folder;
  private final Patient patient;

  PaperLetterTests(
      @Autowired SendPathFixture sender,
      @Autowired Enrolments enrolments,
      @Autowired MessagingProperties properties) {
    this.sender = sender;
    this.enrolments = enrolments;
    this.folder = Path.of(properties.letters().orElseThrow());
    this.patient =
        sender.aPatientWith(
            new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, "030 901820", true));
  }

  @Test
  void theLetterIsLaidOutOnceForItsOwnerAndItsPictureOpensTheDoor() throws Exception {
    var invitation = sender.invite(patient, RequestedChannel.LETTER);
    sender.send(invitation);
    sender.send(invitation);

    var letter = letters(invitation);
    assertThat(letter).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letter.getFirst())))
        .isEqualTo("rw-------");
    assertThat(textOf(letter.getFirst()))
        .contains(patient.displayName(), "Dr. Julio Casares", "Lindenhof Online", "21 días");
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.SENT);
    var now = sender.look(invitation);
    assertThat(Duration.between(now.requestedAt(), now.linkExpiresAt().orElseThrow()).toDays())
        .isBetween(20L, 21L);

    var guest = new PatientBrowser(pictureOf(letter.getFirst()));
    assertThat(enrolments.requestCode(guest.link(), PatientBrowser.BORN))
        .isEqualTo(
            new CodeRequestResult.Begun(invitation.clinic(), invitation.id(), 1, Optional.empty()));
    assertThat(
            enrolments.enrol(guest.link(), Optional.empty(), PatientBrowser.BORN, guest.key(now)))
        .isInstanceOf(Enrolled.class);
  }

  @Test
  void aNewLinkIsANewLetterAndTheOldOneIsDead() throws Exception {
    var invitation = sender.invite(patient, RequestedChannel.LETTER);
    sender.send(invitation);
    var old = new PatientBrowser(pictureOf(letters(invitation).getFirst()));

    sender.resend(invitation);
    sender.send(invitation);

    assertThat(letters(invitation)).hasSize(2);
    assertThat(enrolments.requestCode(old.link(), PatientBrowser.BORN))
        .isInstanceOf(CodeRequestResult.Refused.class);
  }

  private List<Path> letters(Invitation invitation) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(invitation.id().toString()))
          .sorted()
          .toList();
    }
  }

  private static String textOf(Path letter) throws IOException {
    try (var document = Loader.loadPDF(letter.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  // Even light on white paper: a threshold for each part of the page misreads one code in a
  // hundred.

  private static String pictureOf(Path letter) throws Exception {
    try (var document = Loader.loadPDF(letter.toFile())) {
      var image = new PDFRenderer(document).renderImageWithDPI(0, 200);
      int width = image.getWidth();
      int height = image.getHeight();
      var pixels = image.getRGB(0, 0, width, height, null, 0, width);
      var bitmap =
          new BinaryBitmap(
              new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels)));
      var hints = Map.of(DecodeHintType.TRY_HARDER, true);
      return new QRCodeReader().decode(bitmap, hints).getText();
    }
  }
}
