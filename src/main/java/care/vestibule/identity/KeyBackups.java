package care.vestibule.identity;

import care.vestibule.crypto.KeyId;
import care.vestibule.tenancy.ClinicId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sealed private keys, found by what only the holder of the recovery code can derive. */
@Repository
@Transactional
public class KeyBackups {

  private final JdbcClient jdbc;

  KeyBackups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a backup.
   *
   * @throws org.springframework.dao.DuplicateKeyException if its id is known already
   */
  public void keep(KeyBackup backup) {
    jdbc.sql(
            """
            insert into key_backup (backup_id, clinic_id, key_id, sealed)
            values (:id, :clinic, :key, :sealed)
            """)
        .param("id", backup.id())
        .param("clinic", backup.clinic().value())
        .param("key", backup.key().value())
        .param("sealed", backup.sealed())
        .update();
  }

  /** The backup of that 16-byte id. */
  @Transactional(readOnly = true)
  public Optional<KeyBackup> find(byte[] id) {
    return jdbc.sql("select clinic_id, key_id, sealed from key_backup where backup_id = :id")
        .param("id", id)
        .query(
            (row, number) ->
                new KeyBackup(
                    id,
                    new ClinicId(row.getObject("clinic_id", UUID.class)),
                    KeyId.ofHex(HexFormat.of().formatHex(row.getBytes("key_id"))),
                    row.getBytes("sealed")))
        .optional();
  }
}
