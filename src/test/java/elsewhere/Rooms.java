package elsewhere;

import care.vestibule.identity.Actor;
import care.vestibule.tenancy.CurrentClinic;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rooms with nothing in them but the answer to who came in. */
@RestController
public class Rooms {

  private final CurrentClinic clinic;

  /** Rooms that say which clinic they were entered for. */
  public Rooms(CurrentClinic clinic) {
    this.clinic = clinic;
  }

  /** For the clinic's system. */
  @GetMapping("/api/rooms/system")
  public String system(Actor.ClinicSystem system) {
    return system.clinic() + " " + clinic.get();
  }

  /** For doctors, also those the clinic's system speaks for. */
  @GetMapping({"/api/v1/notifications/room", "/tasks/room"})
  public String doctor(Actor.Doctor doctor) {
    return doctor.reference();
  }

  /** For patients. */
  @GetMapping("/my/room")
  public String patient(Actor.PatientUser patient) {
    return patient.reference();
  }

  /** Takes a body of one field. */
  @PostMapping("/api/rooms/note")
  public Note note(@RequestBody Note note) {
    return note;
  }

  /** Takes an identifier. */
  @GetMapping("/api/rooms/{id}/door")
  public String door(@PathVariable UUID id) {
    return id.toString();
  }

  /** Breaks, with something in the message that nobody should see. */
  @GetMapping({"/api/rooms/broken", "/i/broken"})
  public String broken() {
    throw new IllegalStateException("CANARY-7f3a", new IllegalArgumentException("CANARY-7f3b"));
  }

  /** One field. */
  public record Note(String text) {}
}
