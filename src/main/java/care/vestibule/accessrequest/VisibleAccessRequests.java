package care.vestibule.accessrequest;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever asks may see: a doctor their own, the clinic's system all of the clinic. */
@Component
@Transactional(readOnly = true)
public class VisibleAccessRequests {

  private final HcpAccessRequests inbox;
  private final AccessRequests notifications;

  VisibleAccessRequests(HcpAccessRequests inbox, AccessRequests notifications) {
    this.inbox = inbox;
    this.notifications = notifications;
  }

  /**
   * The notification.
   *
   * @throws Problem 404 if there is none, or none for this actor
   */
  public AccessRequest get(Actor actor, AccessRequestId id) {
    var found =
        switch (actor) {
          case Actor.Doctor doctor -> inbox.find(doctor.hcp(), id);
          case Actor.ClinicSystem system -> notifications.find(id);
          case Actor.PatientUser patient -> Optional.<AccessRequest>empty();
          case Actor.Desk desk -> Optional.<AccessRequest>empty();
          case Actor.Operations operations -> Optional.<AccessRequest>empty();
        };
    return found.orElseThrow(Problem::notFound);
  }

  /** One page of what the filter asks for, as far as it is this actor's to see. */
  public AccessRequestList page(Actor actor, AccessRequestFilter filter) {
    return switch (actor) {
      case Actor.Doctor doctor ->
          // Asking for a colleague's list finds what there is of it to see: nothing.
          filter.hcp().filter(named -> !named.equals(doctor.hcp())).isPresent()
              ? nothing()
              : inbox.search(doctor.hcp(), filter);
      case Actor.ClinicSystem system -> notifications.search(filter);
      case Actor.PatientUser patient -> nothing();
      case Actor.Desk desk -> nothing();
      case Actor.Operations operations -> nothing();
    };
  }

  private static AccessRequestList nothing() {
    return new AccessRequestList(List.of(), Optional.empty());
  }
}
