package care.vestibule.identity;

import care.vestibule.crypto.KeyId;
import care.vestibule.tenancy.ClinicId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which user of which clinic a device's key belongs to. */
@Repository
@Transactional
class DeviceLogins {

  private final JdbcClient jdbc;

  DeviceLogins(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<DeviceOwner> ownerOf(KeyId key) {
    return jdbc.sql("select clinic_id, user_id from device_login where key_id = :key")
        .param("key", key.value())
        .query(
            (row, number) ->
                new DeviceOwner(
                    new ClinicId(row.getObject("clinic_id", UUID.class)),
                    new UserId(row.getObject("user_id", UUID.class))))
        .optional();
  }

  /** Whose device it is, before anything is proven. */
  record DeviceOwner(ClinicId clinic, UserId user) {}
}
