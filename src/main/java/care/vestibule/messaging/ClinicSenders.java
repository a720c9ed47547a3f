package care.vestibule.messaging;

/** How the current clinic wants to appear. */
@FunctionalInterface
public interface ClinicSenders {

  /** What it wants; {@link ClinicSender#USUAL} if it said nothing. */
  ClinicSender current();
}
