package care.vestibule.identity.web;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.identity.Actor;
import care.vestibule.tenancy.ClinicId;
import java.util.UUID;

/**
 * An actor as one line of text, which is how a session remembers it.
 *
 * <p>Text, because serialized objects in a database table are code for whoever can write there.
 */
final class ActorText {

  private ActorText() {}

  static String of(Actor actor) {
    var clinic = actor.clinic().value();
    return switch (actor) {
      case Actor.ClinicSystem system -> "system " + clinic + " " + system.clientId();
      case Actor.Doctor doctor -> "doctor " + clinic + " " + doctor.hcp().value();
      case Actor.PatientUser patient ->
          "patient " + clinic + " " + patient.patient().value() + " " + patient.userId();
      case Actor.Desk desk -> "desk " + clinic + " " + desk.userId();
      case Actor.Operations operations -> "operations " + clinic + " " + operations.userId();
    };
  }

  /**
   * The actor of a text made by {@link #of}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Actor parse(String text) {
    var words = text.split(" ", -1);
    if (words.length != (words[0].equals("patient") ? 4 : 3)) {
      throw new IllegalArgumentException("Not an actor");
    }
    var clinic = new ClinicId(UUID.fromString(words[1]));
    var id = UUID.fromString(words[2]);
    return switch (words[0]) {
      case "system" -> new Actor.ClinicSystem(clinic, id);
      case "doctor" -> new Actor.Doctor(clinic, new HcpId(id));
      case "patient" -> new Actor.PatientUser(clinic, new PatientId(id), UUID.fromString(words[3]));
      case "desk" -> new Actor.Desk(clinic, id);
      case "operations" -> new Actor.Operations(clinic, id);
      default -> throw new IllegalArgumentException("Not an actor");
    };
  }
}
