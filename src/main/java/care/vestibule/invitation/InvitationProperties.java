package care.vestibule.invitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things about an invitation last and how often they may be tried.
 *
 * @param life how long an invitation as a whole lives
 * @param shortestLinkLife the least a clinic may ask for
 * @param longestLinkLife the most a clinic may ask for
 * @param linkLife the life of a link if the clinic asks for none
 * @param letterLinkLife the life of a link on paper (NIST SP 800-63A allows 21 days by post)
 * @param patientReminderCycle reminders before login, an ISO 8601 repeating interval
 * @param doctorReminderCycle reminders of an open approval, an ISO 8601 repeating interval
 * @param approvalDueIn when an approval is due
 * @param deputiesAfter when an open approval goes to the deputies
 * @param privacyOfficerAfter when the privacy officer is told; under the month of GDPR 12(3)
 * @param refusedLinksPerMinute from one address, before further ones are answered 429
 */
@ConfigurationProperties("vestibule.invitation")
public record InvitationProperties(
    @DefaultValue("P30D") Duration life,
    @DefaultValue("PT5M") Duration shortestLinkLife,
    @DefaultValue("PT48H") Duration longestLinkLife,
    @DefaultValue("PT1H") Duration linkLife,
    @DefaultValue("P21D") Duration letterLinkLife,
    @DefaultValue("R3/PT24H") String patientReminderCycle,
    @DefaultValue("R/PT24H") String doctorReminderCycle,
    @DefaultValue("P3D") Duration approvalDueIn,
    @DefaultValue("P3D") Duration deputiesAfter,
    @DefaultValue("P7D") Duration privacyOfficerAfter,
    @DefaultValue("60") int refusedLinksPerMinute,
    @DefaultValue CodeLimits code) {

  public InvitationProperties {
    if (privacyOfficerAfter.compareTo(Duration.ofDays(30)) >= 0) {
      throw new IllegalArgumentException(
          "vestibule.invitation.privacy-officer-after must be less than 30 days");
    }
  }

  /**
   * Limits of the second-factor code.
   *
   * @param life how long a code is good for; at most ten minutes (ASVS 5.0, 6.5.5)
   * @param triesPerCode tries of one code
   * @param triesPerInvitation tries of all codes together, after which the link is locked
   * @param sendsPerDay codes sent in 24 hours
   * @param gap the least time between two sends
   */
  public record CodeLimits(
      @DefaultValue("PT10M") Duration life,
      @DefaultValue("5") int triesPerCode,
      @DefaultValue("10") int triesPerInvitation,
      @DefaultValue("3") int sendsPerDay,
      @DefaultValue("PT60S") Duration gap) {}
}
