package care.vestibule.enrolment;

import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.InvitationLink;
import care.vestibule.invitation.InvitationLinks;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the clinic and the invitation of a link, for nobody but who knows its secret. */
@Component
@OnlyIn(Zone.PORTAL)
public class LinkVerification {

  private static final byte[] NO_HASH = new byte[32];

  private final InvitationLinks links;
  private final InvitationReader stored;
  private final Pepper pepper;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  LinkVerification(
      InvitationLinks links,
      InvitationReader stored,
      Pepper pepper,
      CurrentClinic clinic,
      PlatformTransactionManager transactions) {
    this.links = links;
    this.stored = stored;
    this.pepper = pepper;
    this.clinic = clinic;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Does the work for an authentic link, in one transaction of its clinic. */
  <T> Optional<T> open(PresentedLink presented, Function<AuthenticLink, T> work) {
    var home = inTransaction(() -> links.clinicOf(presented.selector()));
    if (home.isEmpty()) {
      isRight(presented, NO_HASH);
      return Optional.empty();
    }
    return clinic.during(home.get(), () -> inTransaction(() -> authentic(presented).map(work)));
  }

  private Optional<AuthenticLink> authentic(PresentedLink presented) {
    var link = links.find(presented.selector());
    // An unknown link costs the same HMAC as a known one.
    var hash = link.flatMap(InvitationLink::secretHash).orElse(NO_HASH);
    return isRight(presented, hash)
        ? link.flatMap(
            known -> stored.find(known.invitation()).map(found -> new AuthenticLink(found, known)))
        : Optional.empty();
  }

  private boolean isRight(PresentedLink presented, byte[] hash) {
    return pepper.matches(hash, presented.secret(), presented.selector().bytes());
  }

  private <T> Optional<T> inTransaction(Supplier<Optional<T>> work) {
    var done = transactions.execute(status -> work.get());
    return done == null ? Optional.empty() : done;
  }
}
