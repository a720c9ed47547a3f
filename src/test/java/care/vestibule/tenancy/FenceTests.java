package care.vestibule.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.TestDatabase;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FenceTests {

  private final TestDatabase database = TestDatabase.get();

  @Test
  void aTransactionSeesTheClinicOfItsThreadAndTheNextOneDoesNot() {
    var clinic = new ClinicId(UUID.randomUUID());

    assertThat(database.clinic().during(clinic, this::currentClinic)).contains(clinic.value());
    assertThat(currentClinic()).isEmpty();
  }

  private Optional<UUID> currentClinic() {
    Supplier<Optional<UUID>> query =
        () -> database.jdbc().sql("select current_clinic()").query(UUID.class).optional();
    return Optional.ofNullable(database.transactions().execute(status -> query.get()))
        .flatMap(found -> found);
  }
}
