package care.vestibule.monitoring;

/**
 * What is late, will be soon, or did not arrive.
 *
 * @param late steps that take longer than the house expects
 * @param atRisk steps that soon will
 * @param lateByLaw requests the law's time of which is over
 * @param atRiskByLaw requests the law leaves little time for
 * @param more whether there are more than could be counted
 * @param undelivered messages of the last day that were refused or came back
 */
public record OverdueCounts(
    long late, long atRisk, long lateByLaw, long atRiskByLaw, boolean more, long undelivered) {

  /** Whether nobody has to look. */
  public boolean isNone() {
    return late + atRisk + lateByLaw + atRiskByLaw + undelivered == 0;
  }
}
