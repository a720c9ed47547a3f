package care.vestibule.invitation;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.Account;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.Messenger;
import java.util.Set;

/** A message ready to go, and on whose behalf. */
record Letter(MessageKey key, Contact to, MessageFacts facts, Set<Account> accounts) {

  Delivery sendBy(Messenger messenger) {
    return messenger.send(key, to, facts, accounts);
  }
}
