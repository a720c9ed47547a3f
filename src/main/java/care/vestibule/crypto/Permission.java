package care.vestibule.crypto;

/** What a delegation lets the delegate do; the byte is part of what is authenticated. */
public enum Permission {
  /** The delegate can read the entity. */
  READ(1),
  /** The delegate can read the entity and write new versions of it. */
  WRITE(2);

  private final int id;

  Permission(int id) {
    this.id = id;
  }

  /** The byte that stands for the permission in every format. */
  public int id() {
    return id;
  }
}
