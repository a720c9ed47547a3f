package care.vestibule.notification;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;

/** A mail to a doctor, or to the privacy officer, ready to go. */
record DoctorLetter(MessageKey key, Contact to, MessageFacts facts) {}
