package care.vestibule.invitation;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;

/** A message ready to go. */
record Letter(MessageKey key, Contact to, MessageFacts facts) {}
