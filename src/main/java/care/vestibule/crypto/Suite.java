package care.vestibule.crypto;

/**
 * A way to seal a secret to a public key; the decoders accept the ones listed here and no other.
 *
 * <p>Nothing is negotiated: a format carries the byte of its suite, and an unlisted byte is
 * refused. A party has the suite of its key; one secret is only ever sealed under one suite, for
 * the weaker of two would decide.
 */
public enum Suite {
  /**
   * RSA-OAEP (RFC 8017), 3072 bits, SHA-256, MGF1-SHA-256, the context's hash as label.
   *
   * <p>For hardware modules and builds that know nothing newer. Public keys have 422 bytes, sealed
   * secrets 384.
   */
  RSA_OAEP(1),
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

  Sealing sealing() {
    return switch (this) {
      case RSA_OAEP -> new RsaOaep();
      case X_WING -> new XWing();
    };
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
