package care.vestibule.messaging.limits;

import care.vestibule.messaging.MessageAccount;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many text messages a day may be sent: somebody who makes us send them earns by each one.
 *
 * @param perInvitation for one invitation
 * @param perPatient to one patient
 * @param perDoctor in the name of one doctor
 * @param perNumber to one number
 * @param perClinic by one clinic
 * @param inAll by this installation, after which none is sent until midnight UTC or until somebody
 *     raises it; the agents' counts, and all of them need the same
 */
@ConfigurationProperties("vestibule.messaging.sms-limits")
public record SmsLimits(
    @DefaultValue("8") int perInvitation,
    @DefaultValue("10") int perPatient,
    @DefaultValue("300") int perDoctor,
    @DefaultValue("10") int perNumber,
    @DefaultValue("2000") int perClinic,
    @DefaultValue("5000") int inAll) {

  int of(MessageAccount.Kind kind) {
    return switch (kind) {
      case INVITATION -> perInvitation;
      case PATIENT -> perPatient;
      case DOCTOR -> perDoctor;
      case NUMBER -> perNumber;
      case CLINIC -> perClinic;
    };
  }
}
