package care.vestibule.invitation;

import care.vestibule.tenancy.ClinicId;
import java.util.UUID;

/** A code to send. */
record CodeRequest(UUID id, ClinicId clinic, int attempt) {}
