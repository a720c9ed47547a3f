package care.vestibule.process;

/** Thrown by a worker when the model, not a retry, has to take it from here. */
public final class BusinessFailure extends RuntimeException {

  private final BusinessError error;

  /**
   * A failure the model catches under the error's name; nothing but that name reaches the engine.
   */
  public BusinessFailure(BusinessError error) {
    super(error.name());
    this.error = error;
  }

  /** The error the model catches. */
  public BusinessError error() {
    return error;
  }
}
