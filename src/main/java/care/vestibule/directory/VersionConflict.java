package care.vestibule.directory;

/** Somebody else changed the patient since the caller read it; read again and decide again. */
public final class VersionConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VersionConflict() {
    super("The patient was changed by somebody else meanwhile");
  }
}
