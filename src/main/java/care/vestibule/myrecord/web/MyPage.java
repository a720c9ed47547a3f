package care.vestibule.myrecord.web;

import care.vestibule.directory.Address;
import care.vestibule.directory.VersionConflict;
import care.vestibule.identity.Actor;
import care.vestibule.myrecord.MyData;
import care.vestibule.sharing.HcpShareProgress;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The patient's page, and the form on it. */
@Controller
@OnlyIn(Zone.PORTAL)
class MyPage {

  private static final Set<String> NEWS =
      Set.of("saved", "changedMeanwhile", "notAccepted", "deviceAdded");
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

  private final MyData data;
  private final HoldBackSentences sentences;

  MyPage(MyData data, HoldBackSentences sentences) {
    this.data = data;
    this.sentences = sentences;
  }

  @GetMapping("/my")
  String my(
      Actor.PatientUser user,
      @RequestParam(defaultValue = "") String news,
      Model model,
      Locale locale) {
    var overview = data.overviewOf(user);
    model.addAttribute("area", "patient");
    model.addAttribute("overview", overview);
    model.addAttribute(
        "heldBack",
        overview.doctors().stream()
            .collect(
                Collectors.toMap(HcpShareProgress::doctor, part -> sentences.of(part, locale))));
    model.addAttribute("patient", overview.patient());
    model.addAttribute("address", overview.patient().address().orElse(new Address("", "", "", "")));
    model.addAttribute("added", overview.devicesAdded().stream().map(MyPage::shown).toList());
    model.addAttribute("languages", LANGUAGES);
    model.addAttribute("language", overview.patient().locale().getLanguage());
    model.addAttribute("news", NEWS.contains(news) ? news : "");
    return "myrecord/my";
  }

  // Browsers know the reader's zone, the portal does not.
  private static String shown(Instant at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(at);
  }

  @PostMapping("/my/administrative")
  String change(
      Actor.PatientUser user,
      @RequestParam int version,
      @RequestParam String language,
      @RequestParam(defaultValue = "") String street,
      @RequestParam(defaultValue = "") String postalCode,
      @RequestParam(defaultValue = "") String city,
      @RequestParam(defaultValue = "") String country) {
    return "redirect:/my?news="
        + changed(user, version, language, street, postalCode, city, country);
  }

  private String changed(
      Actor.PatientUser user,
      int version,
      String language,
      String street,
      String postalCode,
      String city,
      String country) {
    try {
      var address = new Address(street, postalCode, city, country);
      data.change(user, version, language, Optional.of(address));
      return "saved";
    } catch (VersionConflict e) {
      return "changedMeanwhile";
    } catch (IllegalArgumentException e) {
      return "notAccepted";
    }
  }
}
