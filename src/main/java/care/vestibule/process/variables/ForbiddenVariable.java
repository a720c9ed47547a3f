package care.vestibule.process.variables;

/** A variable that is not on the allow-list or not of its shape; never says the value. */
public final class ForbiddenVariable extends RuntimeException {

  ForbiddenVariable(String what) {
    super("Forbidden process variable: " + what);
  }
}
