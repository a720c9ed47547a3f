package elsewhere;

import care.vestibule.identity.Actor;
import care.vestibule.tenancy.CurrentClinic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** SampleEndpoints with nothing in them but the answer to who came in. */
@RestController
public class SampleEndpoints {

  private final CurrentClinic clinic;

  /** SampleEndpoints that say which clinic they were entered for. */
  public SampleEndpoints(CurrentClinic clinic) {
    this.clinic = clinic;
  }

  /** For the clinic's system. */
  @GetMapping("/api/modules/system")
  public String system(Actor.ClinicSystem system) {
    return system.clinic() + " " + clinic.get();
  }

  /** For doctors, also those the clinic's system speaks for. */
  @GetMapping({"/api/v1/notifications/module", "/tasks/module"})
  public String doctor(Actor.Doctor doctor) {
    return doctor.reference();
  }

  /** For patients. */
  @GetMapping("/my/module")
  public String patient(Actor.PatientUser patient) {
    return patient.reference();
  }

  /** Takes a body of one field. */
  @PostMapping("/api/modules/note")
  public Note note(@RequestBody Note note) {
    return note;
  }

  /** Takes an identifier. */
  @GetMapping("/api/modules/{id}/door")
  public String door(@PathVariable UUID id) {
    return id.toString();
  }

  /** Breaks, with something in the message that nobody should see. */
  @GetMapping({"/api/modules/broken", "/i/broken"})
  public String broken() {
    throw new IllegalStateException("CANARY-7f3a", new IllegalArgumentException("CANARY-7f3b"));
  }

  /** Breaks while the page is made, where no advice hears of it. */
  @GetMapping("/i/torn")
  public ModelAndView torn() {
    return new ModelAndView(
        (model, request, response) -> {
          throw new IllegalStateException(
              "CANARY-7f3c", new IllegalArgumentException("CANARY-7f3d"));
        });
  }

  /** Breaks as one of our own lines to somebody else does. */
  @GetMapping("/api/modules/line")
  public String line() {
    throw new UncheckedIOException(new IOException("Broken pipe"));
  }

  /** Says more than a line holds while nobody listens. */
  @GetMapping("/api/modules/long")
  public List<Note> longAnswer() {
    return Collections.nCopies(4_000, new Note("a".repeat(10_000)));
  }

  /** The same as a page, which fails as pages do when they cannot be written. */
  @GetMapping("/i/long")
  public ModelAndView longPage() {
    return new ModelAndView(
        (model, request, response) -> {
          try {
            for (int i = 0; i < 4_000; i++) {
              response.getOutputStream().write(new byte[10_000]);
            }
          } catch (IOException e) {
            throw new IllegalStateException("The page cannot be written", e);
          }
        });
  }

  /** One field. */
  public record Note(String text) {}
}
