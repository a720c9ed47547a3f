package care.vestibule.crypto;

/**
 * A way to seal a secret to a public key; the decoders accept the ones listed here and no other.
 *
 * <p>Nothing is negotiated: a format carries the byte of its suite, and an unlisted byte is
 * refused.
 */
public enum Suite {
  /**
   * HPKE (RFC 9180) in base mode: X-Wing (ML-KEM-768 and X25519), HKDF-SHA-256, AES-256-GCM.
   *
   * <p>Public keys have 1216 bytes, encapsulations 1120. A record lives for decades, so it must
   * outlive the day somebody owns a quantum computer and a copy of today's traffic.
   */
  X_WING(2);

  private final int id;

  Suite(int id) {
    this.id = id;
  }

  /** The byte that stands for the suite in every format. */
  public int id() {
    return id;
  }

  static Suite of(int id) {
    for (var suite : values()) {
      if (suite.id == id) {
        return suite;
      }
    }
    throw new CryptoRefusal(CryptoRefusal.Reason.UNKNOWN_SUITE);
  }
}
