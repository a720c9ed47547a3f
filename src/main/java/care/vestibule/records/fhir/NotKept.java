package care.vestibule.records.fhir;

import java.util.Set;

/**
 * Types that are taken without keeping anything of them.
 *
 * <p>Bills and insurance are about money, not about health: a patient who asks for the record does
 * not ask for them, and fewer things stored are fewer things lost (GDPR, article 5(1)(c)).
 * Provenance and audit events are of the sending system; what Vestibule does stands in its own
 * audit log. A PractitionerRole says where a professional works, which nothing here needs.
 */
final class NotKept {

  static final Set<String> TYPES =
      Set.of(
          "Account",
          "AuditEvent",
          "ChargeItem",
          "Claim",
          "ClaimResponse",
          "Coverage",
          "CoverageEligibilityRequest",
          "CoverageEligibilityResponse",
          "ExplanationOfBenefit",
          "Invoice",
          "PaymentNotice",
          "PaymentReconciliation",
          "PractitionerRole",
          "Provenance");

  private NotKept() {}

  static boolean is(String type) {
    return TYPES.contains(type);
  }
}
