package care.vestibule.myrecord.web;

import care.vestibule.accessrequest.CancelReason;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.myrecord.MyData;
import care.vestibule.myrecord.SealedPage;
import care.vestibule.myrecord.SharedRecord;
import care.vestibule.records.ReadingPosition;
import care.vestibule.sharing.HcpShareProgress;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the patient's browser fetches: progress in clear, the record sealed. */
@RestController
@OnlyIn(Zone.PORTAL)
class MyRecordApi {

  private final MyData data;
  private final SharedRecord shared;
  private final HoldBackSentences sentences;

  MyRecordApi(MyData data, SharedRecord shared, HoldBackSentences sentences) {
    this.data = data;
    this.shared = shared;
    this.sentences = sentences;
  }

  @GetMapping("/my/progress")
  Progress progress(Actor.PatientUser user, Locale locale) {
    var overview = data.overviewOf(user);
    return new Progress(
        overview.shared(),
        overview.doctors().size(),
        overview.doctors().stream().map(part -> doctor(part, locale)).toList());
  }

  @GetMapping("/my/records")
  SealedPage records(Actor.PatientUser user, @RequestParam Optional<String> cursor) {
    return shared.page(user, cursor.map(MyRecordApi::position));
  }

  private DoctorJson doctor(HcpShareProgress part, Locale locale) {
    var reason = part.reason().filter(CancelReason::isDoctorsOwn).map(Enum::name).orElse("");
    return new DoctorJson(
        part.name(), part.state().name(), reason, part.message(), sentences.of(part, locale));
  }

  private static ReadingPosition position(String cursor) {
    try {
      return ReadingPosition.parse(cursor);
    } catch (IllegalArgumentException e) {
      throw new Problem(Problem.Kind.INVALID, "bad-cursor");
    }
  }

  /** How many of those asked have shared. */
  record Progress(long shared, int asked, List<DoctorJson> doctors) {}

  /**
   * One doctor's part; the reason is empty unless the doctor gave one.
   *
   * @param heldBack sentences in the reader's language
   */
  record DoctorJson(
      String name, String state, String reason, String message, List<String> heldBack) {}
}
