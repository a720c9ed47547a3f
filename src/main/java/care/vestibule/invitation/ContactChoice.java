package care.vestibule.invitation;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Contact.Kind;
import care.vestibule.directory.Contact.Use;
import care.vestibule.directory.Patient;
import care.vestibule.messaging.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of a patient's contacts a message goes to: the preferred before others, home before work.
 */
record ContactChoice(List<Contact> contacts) {

  private static final Comparator<Contact> BEST_FIRST =
      Comparator.comparing(Contact::preferred)
          .reversed()
          .thenComparing(Contact::use, Comparator.comparingInt(ContactChoice::rank));

  /** The contacts of a patient that can take a message; a landline is none. */
  static ContactChoice of(Patient patient) {
    // The sort is stable: among equals the order of the record stands.
    return new ContactChoice(
        patient.contacts().stream()
            .filter(contact -> contact.kind() != Kind.LANDLINE)
            .sorted(BEST_FIRST)
            .toList());
  }

  /** The best contact of one channel. */
  Optional<Contact> by(Channel channel) {
    return contacts.stream().filter(contact -> channelOf(contact) == channel).findFirst();
  }

  /** The best contact of each channel, the one to try first in front. */
  List<Contact> inOrder(ChannelWish wish) {
    return contacts.stream()
        .map(ContactChoice::channelOf)
        .distinct()
        .sorted(Comparator.comparing(channel -> !isWished(wish, channel)))
        .flatMap(channel -> by(channel).stream())
        .toList();
  }

  /** A contact of another channel than the given one, for what must not travel together. */
  Optional<Contact> apartFrom(Channel channel) {
    return contacts.stream().filter(contact -> channelOf(contact) != channel).findFirst();
  }

  static Channel channelOf(Contact contact) {
    return contact.kind() == Kind.EMAIL ? Channel.EMAIL : Channel.SMS;
  }

  static boolean isWished(ChannelWish wish, Channel channel) {
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
