package care.vestibule.enrolment;

import care.vestibule.tenancy.ClinicId;
import java.util.UUID;

/** A code to send. */
public record CodeRequest(UUID id, ClinicId clinic, int attempt) {}
