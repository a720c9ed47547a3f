package care.vestibule.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices' own sealed copies of their private keys; every call needs a transaction. */
@Repository
final class DeviceCopies {

  private static final int MOST = 20;

  private final JdbcClient jdbc;

  DeviceCopies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a copy, and of all the user's copies the newest twenty. */
  void keep(Actor.PatientUser user, byte[] id, byte[] sealed) {
    jdbc.sql(
            """
            insert into device_copy (clinic_id, copy_id, user_id, sealed)
            values (current_clinic(), :id, :user, :sealed)
            """)
        .param("id", id)
        .param("user", user.userId())
        .param("sealed", sealed)
        .update();
    jdbc.sql(
            """
            delete from device_copy where clinic_id = current_clinic() and copy_id in (
              select copy_id from device_copy
              where clinic_id = current_clinic() and user_id = :user
              order by created_at desc, copy_id offset :most)
            """)
        .param("user", user.userId())
        .param("most", MOST)
        .update();
  }

  /** The sealed copy, if it is the user's. */
  Optional<byte[]> find(Actor.PatientUser user, byte[] id) {
    return jdbc.sql(
            """
            select sealed from device_copy
            where clinic_id = current_clinic() and copy_id = :id and user_id = :user
            """)
        .param("id", id)
        .param("user", user.userId())
        .query((row, number) -> row.getBytes("sealed"))
        .optional();
  }
}
