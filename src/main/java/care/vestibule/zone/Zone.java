package care.vestibule.zone;

/** A trust zone a running process can play; {@code vestibule.roles} lists them, default both. */
public enum Zone {
  /** The web tier: public keys, ciphertexts and hashes only. */
  PORTAL,
  /**
   * Runs where the clinic trusts the machine: private keys, links in clear, outbound calls only.
   */
  AGENT
}
