package care.vestibule.process.variables;

/** A variable a worker needs is not there; says the variable's name only. */
public final class MissingVariable extends RuntimeException {

  MissingVariable(String name) {
    super("Missing process variable: " + name);
  }
}
