package care.vestibule.crypto;

/** What a delegation allows. */
public enum Permission {
  READ(1),
  WRITE(2);

  private final byte id;

  Permission(int id) {
    this.id = (byte) id;
  }

  /** The byte that stands for it. */
  public byte id() {
    return id;
  }
}
