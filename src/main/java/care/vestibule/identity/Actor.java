package care.vestibule.identity;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.util.UUID;

/**
 * Who is asking.
 *
 * <p>A controller states whom it serves by the type of its argument: {@code Actor.Doctor doctor}
 * lets nobody else in, {@code Actor anybody} lets in whoever has proven who they are.
 */
public sealed interface Actor {

  /** The clinic the actor belongs to; every row they can reach is of that clinic. */
  ClinicId clinic();

  /** An opaque reference for logs of what was done, such as {@code hcp:<uuid>}; never a name. */
  String reference();

  /** The clinic's own system, such as its health record, that calls with an API key. */
  record ClinicSystem(ClinicId clinic, UUID clientId) implements Actor {
    @Override
    public String reference() {
      return "system:" + clientId;
    }
  }

  /** A healthcare professional, signed in or named by the clinic's system. */
  record Doctor(ClinicId clinic, HcpId hcp) implements Actor {
    @Override
    public String reference() {
      return "hcp:" + hcp;
    }
  }

  /** A patient who enrolled, seen through the session of one of their devices. */
  record PatientUser(ClinicId clinic, PatientId patient, UUID userId) implements Actor {
    @Override
    public String reference() {
      return "user:" + userId;
    }
  }

  /** Somebody at the clinic's desk. */
  record Desk(ClinicId clinic, UUID userId) implements Actor {
    @Override
    public String reference() {
      return "desk:" + userId;
    }
  }

  /** Somebody who keeps the clinic's processes running. */
  record Operations(ClinicId clinic, UUID userId) implements Actor {
    @Override
    public String reference() {
      return "operations:" + userId;
    }
  }
}
