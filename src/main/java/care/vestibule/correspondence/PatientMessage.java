package care.vestibule.correspondence;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageAccount;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.Messenger;
import java.util.Set;

/** A message ready to go, and on whose behalf. */
record PatientMessage(
    MessageKey key, Contact to, MessageFacts facts, Set<MessageAccount> accounts) {

  Delivery sendBy(Messenger messenger) {
    return messenger.send(key, to, facts, accounts);
  }
}
