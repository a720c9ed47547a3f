package care.vestibule.invitation;

import care.vestibule.tenancy.CurrentClinic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers to requests that carried an {@code Idempotency-Key}, kept as hashes. */
@Repository
class IdempotencyKeys {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;
  private final InvitationReader stored;

  IdempotencyKeys(JdbcClient jdbc, CurrentClinic clinic, InvitationReader stored) {
    this.jdbc = jdbc;
    this.clinic = clinic;
    this.stored = stored;
  }

  /**
   * Does the work at the first request with this key, and gives its answer to each later one.
   *
   * @throws InvitationRefused if the key came with another body before
   */
  RequestedInvitation once(
      String key, InvitationRequest request, Supplier<RequestedInvitation> work) {
    var keyHash = hash(key);
    var bodyHash = hash(request.toString());
    // A second request at the same time waits here until the first has ended.
    if (claim(keyHash, bodyHash)) {
      var answer = work.get();
      keep(keyHash, answer);
      return answer;
    }
    var known = read(keyHash);
    if (!MessageDigest.isEqual(known.body, bodyHash)) {
      throw new InvitationRefused(RefusalReason.KEY_REUSED);
    }
    return new RequestedInvitation(stored.find(known.invitation).orElseThrow(), known.created);
  }

  private boolean claim(byte[] key, byte[] body) {
    return jdbc.sql(
                """
                insert into invitation_idempotency (clinic_id, key_hash, body_hash)
                values (:clinic, :key, :body) on conflict (clinic_id, key_hash) do nothing
                """)
            .param("clinic", clinic.get().value())
            .param("key", key)
            .param("body", body)
            .update()
        == 1;
  }

  private void keep(byte[] key, RequestedInvitation answer) {
    jdbc.sql(
            """
            update invitation_idempotency set invitation_id = :invitation, created = :created
             where clinic_id = :clinic and key_hash = :key
            """)
        .param("clinic", clinic.get().value())
        .param("key", key)
        .param("invitation", answer.invitation().id().value())
        .param("created", answer.created())
        .update();
  }

  private Known read(byte[] key) {
    return jdbc.sql(
            """
            select body_hash, invitation_id, created from invitation_idempotency
             where clinic_id = :clinic and key_hash = :key
            """)
        .param("clinic", clinic.get().value())
        .param("key", key)
        .query(
            (row, number) ->
                new Known(
                    row.getBytes("body_hash"),
                    new InvitationId(row.getObject("invitation_id", UUID.class)),
                    row.getBoolean("created")))
        .single();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Known(byte[] body, InvitationId invitation, boolean created) {}
}
