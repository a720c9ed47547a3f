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
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** What a phone's camera makes of it, which is never held quite straight and looks again. */
  private static String pictureOf(Path letter) throws Exception {
    try (var document = Loader.loadPDF(letter.toFile())) {
      var page = new PDFRenderer(document).renderImageWithDPI(0, 200);
      return IntStream.of(0, 2, -3, 5)
          .mapToObj(degrees -> tilted(page, degrees))
          .flatMap(
              image -> Stream.of(new HybridBinarizer(image), new GlobalHistogramBinarizer(image)))
          .flatMap(look -> read(look).stream())
          .findFirst()
          .orElseThrow();
    }
  }

  private static Optional<String> read(Binarizer look) {
    try {
      var hints = Map.of(DecodeHintType.TRY_HARDER, true);
      return Optional.of(new QRCodeReader().decode(new BinaryBitmap(look), hints).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  private static LuminanceSource tilted(BufferedImage page, int degrees) {
    var image = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    graphics.drawImage(page, 0, 0, null);
    graphics.dispose();
    var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
  }
}
