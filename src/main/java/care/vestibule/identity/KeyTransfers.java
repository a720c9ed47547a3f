package care.vestibule.identity;

import care.vestibule.tenancy.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sealed keys between two devices, handed out once; every call needs a transaction. */
@Repository
final class KeyTransfers {

  private final JdbcClient jdbc;

  KeyTransfers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Offers keys under the 16 bytes that name the code; what the user offered before is void. */
  void offer(Actor.PatientUser user, byte[] id, byte[] sealed, Duration life) {
    jdbc.sql(
            """
            delete from key_transfer
            where clinic_id = :clinic and user_id = :user and taken_at is null
            """)
        .param("clinic", user.clinic().value())
        .param("user", user.userId())
        .update();
    jdbc.sql(
            """
            insert into key_transfer (transfer_id, clinic_id, user_id, sealed, expires_at)
            values (:id, :clinic, :user, :sealed, now() + make_interval(secs => :seconds))
            """)
        .param("id", id)
        .param("clinic", user.clinic().value())
        .param("user", user.userId())
        .param("sealed", sealed)
        .param("seconds", life.toSeconds())
        .update();
  }

  /** Of which clinic the keys of that name are, whatever became of them. */
  Optional<ClinicId> clinicOf(byte[] id) {
    return jdbc.sql("select clinic_id from key_transfer where transfer_id = :id")
        .param("id", id)
        .query((row, number) -> new ClinicId(row.getObject("clinic_id", UUID.class)))
        .optional();
  }

  /** Hands the keys out, to the first of all who name them in time. */
  Optional<KeyTransfer> take(byte[] id) {
    return jdbc.sql(
            """
            update key_transfer t set taken_at = now(), sealed = null
            from (select transfer_id, sealed from key_transfer
                  where transfer_id = :id and taken_at is null and expires_at > now()
                  for update) as open
            where t.transfer_id = open.transfer_id
            returning t.clinic_id, t.user_id, open.sealed
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new KeyTransfer(
                    new ClinicId(row.getObject("clinic_id", UUID.class)),
                    new UserId(row.getObject("user_id", UUID.class)),
                    row.getBytes("sealed")))
        .optional();
  }

  /** How far the user's transfer has come. */
  KeyTransfer.State stateOf(Actor.PatientUser user, byte[] id) {
    return jdbc.sql(
            """
            select case when taken_at is not null then 'TAKEN'
              when expires_at > now() then 'OPEN' else 'EXPIRED' end
            from key_transfer
            where transfer_id = :id and clinic_id = :clinic and user_id = :user
            """)
        .param("id", id)
        .param("clinic", user.clinic().value())
        .param("user", user.userId())
        .query(String.class)
        .optional()
        .map(KeyTransfer.State::valueOf)
        .orElse(KeyTransfer.State.EXPIRED);
  }

  /** When devices of the user were given the keys, the newest first. */
  List<Instant> takenOf(Actor.PatientUser user) {
    return jdbc.sql(
            """
            select taken_at from key_transfer
            where clinic_id = :clinic and user_id = :user and taken_at is not null
            order by taken_at desc
            """)
        .param("clinic", user.clinic().value())
        .param("user", user.userId())
        .query((row, n) -> row.getObject("taken_at", OffsetDateTime.class).toInstant())
        .list();
  }
}
