package care.vestibule.crypto;

/**
 * How exchange keys are sealed to a party; the byte stands in every format, nothing is negotiated.
 */
public enum Suite {
  /** HPKE base mode (RFC 9180) with X-Wing, HKDF-SHA-256 and AES-256-GCM. */
  X_WING(2);

  private final byte id;

  Suite(int id) {
    this.id = (byte) id;
  }

  /** The byte that stands for it. */
  public byte id() {
    return id;
  }

  /**
   * The suite of that byte.
   *
   * @throws CryptoRefusal {@code UNKNOWN_SUITE} if it is not on the list
   */
  public static Suite of(byte id) {
    for (var suite : values()) {
      if (suite.id == id) {
        return suite;
      }
    }
    throw new CryptoRefusal(CryptoRefusal.Reason.UNKNOWN_SUITE);
  }
}
