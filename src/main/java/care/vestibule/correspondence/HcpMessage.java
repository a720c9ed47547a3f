package care.vestibule.correspondence;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;

/** A mail to a doctor, or to the privacy officer, ready to go. */
record HcpMessage(MessageKey key, Contact to, MessageFacts facts) {}
