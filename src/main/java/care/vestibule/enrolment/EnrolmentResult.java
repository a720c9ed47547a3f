package care.vestibule.enrolment;

import care.vestibule.identity.Actor;

/** What became of a try to enrol. */
public sealed interface EnrolmentResult {

  /** The patient is a user now. */
  record Enrolled(Actor.PatientUser user) implements EnrolmentResult {}

  /** The link is right, and the code that goes with it is missing or wrong. */
  record CodeNeeded() implements EnrolmentResult {}

  /** The link is right and needs no code, and the patient's birth date is missing or wrong. */
  record BirthDateNeeded() implements EnrolmentResult {}

  /** No door here: unknown, expired, used, superseded, locked or withdrawn, and never which. */
  record Refused() implements EnrolmentResult {}

  /** The link is right, but the sender does not hold that key, or it is in use already. */
  record KeyRefused() implements EnrolmentResult {}
}
