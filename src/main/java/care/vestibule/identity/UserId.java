package care.vestibule.identity;

import java.util.UUID;

/** The identifier of a patient's user account. */
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
