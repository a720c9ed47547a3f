package care.vestibule.messaging;

import java.time.Instant;

/** What became of a message, once and for all. */
public sealed interface Delivery {

  /** The provider took it over. */
  record Sent(Instant at) implements Delivery {}

  /** It cannot be delivered to this contact, however often one tries. */
  record Refused(Reason reason) implements Delivery {}

  /** Why a contact does not take a message. */
  enum Reason {
    /** Not an address this channel can use. */
    ADDRESS_INVALID,
    /** A phone number, but not one of a mobile phone. */
    NOT_MOBILE,
    /** A number of a country Vestibule sends no text messages to. */
    COUNTRY_NOT_ALLOWED,
    /** The provider said no for good. */
    REJECTED,
    /** Vestibule has no provider for the channel. */
    NOT_SET_UP,
    /** Too many text messages were sent for the same patient, doctor, number or clinic today. */
    LIMIT_REACHED
  }
}
