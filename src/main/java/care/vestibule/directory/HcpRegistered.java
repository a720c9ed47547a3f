package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;

/**
 * A professional was stored for the first time; published inside the transaction that does so.
 *
 * <p>Whoever makes the key pair listens after the commit.
 */
public record HcpRegistered(ClinicId clinic, HcpId hcp) {}
