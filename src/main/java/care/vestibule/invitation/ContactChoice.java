package care.vestibule.invitation;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Contact.Kind;
import care.vestibule.directory.Contact.Use;
import care.vestibule.directory.Patient;
import care.vestibule.messaging.Channel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of a patient's contacts a message goes to: the preferred before others, home before work.
 *
 * <p>A minor is reached through who stands in for them and never directly, everybody else never
 * through somebody else.
 */
public record ContactChoice(List<Contact> contacts) {

  private static final Comparator<Contact> BEST_FIRST =
      Comparator.comparing(Contact::preferred)
          .reversed()
          .thenComparing(Contact::use, Comparator.comparingInt(ContactChoice::rank));

  /** The contacts that can take a message; a landline is none. */
  static ContactChoice of(Patient patient, Clinic clinic, LocalDate today) {
    boolean minor = patient.isYoungerThan(clinic.minimumAge(), today);
    // The sort is stable: among equals the order of the record stands.
    return new ContactChoice(
        patient.contacts().stream()
            .filter(contact -> contact.kind() != Kind.LANDLINE)
            .filter(contact -> contact.proxy().isPresent() == minor)
            .sorted(BEST_FIRST)
            .toList());
  }

  /** The best contact of one channel. */
  Optional<Contact> by(Channel channel) {
    return contacts.stream().filter(contact -> channelOf(contact) == channel).findFirst();
  }

  /** The best contact of each channel, the one to try first in front. */
  public List<Contact> inOrder(RequestedChannel wish) {
    return contacts.stream()
        .map(ContactChoice::channelOf)
        .distinct()
        .sorted(Comparator.comparing(channel -> !isWished(wish, channel)))
        .flatMap(channel -> by(channel).stream())
        .toList();
  }

  /** A contact of another channel than the given one, for what must not travel together. */
  public Optional<Contact> apartFrom(Channel channel) {
    return contacts.stream().filter(contact -> channelOf(contact) != channel).findFirst();
  }

  /** Who is addressed instead of the patient; may be nameless. */
  public Optional<String> proxy() {
    return contacts.stream().findFirst().flatMap(Contact::proxy);
  }

  public static Channel channelOf(Contact contact) {
    return contact.kind() == Kind.EMAIL ? Channel.EMAIL : Channel.SMS;
  }

  static boolean isWished(RequestedChannel wish, Channel channel) {
    return switch (wish) {
      case EMAIL -> channel == Channel.EMAIL;
      case SMS -> channel == Channel.SMS;
      case AUTO -> true;
      case LETTER -> false;
    };
  }

  private static int rank(Use use) {
    return switch (use) {
      case HOME -> 0;
      case OTHER -> 1;
      case WORK -> 2;
    };
  }
}
