package care.vestibule.invitation;

import care.vestibule.identity.Actor;

/** What became of a try to enrol. */
public sealed interface EnrolmentAnswer {

  /** The patient is a user now. */
  record Enrolled(Actor.PatientUser user) implements EnrolmentAnswer {}

  /** The link is right, and the code that goes with it is missing or wrong. */
  record CodeNeeded() implements EnrolmentAnswer {}

  /** The link is right and needs no code, and the patient's birth date is missing or wrong. */
  record BirthDateNeeded() implements EnrolmentAnswer {}

  /** No door here: unknown, expired, used, superseded, locked or withdrawn, and never which. */
  record Refused() implements EnrolmentAnswer {}

  /** The link is right, but the sender does not hold that key, or it is in use already. */
  record KeyRefused() implements EnrolmentAnswer {}
}
