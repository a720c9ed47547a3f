package care.vestibule.identity;

import care.vestibule.tenancy.ClinicId;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The clinics' systems that may call the API, each by a key of its own. */
@Repository
@Transactional
public class ApiClients {

  private final JdbcClient jdbc;
  private final SecureRandom random;

  /** Clients in the given database. */
  public ApiClients(JdbcClient jdbc, SecureRandom random) {
    this.jdbc = jdbc;
    this.random = random;
  }

  /**
   * Lets one more system of the clinic in.
   *
   * @param name what operations call it
   * @return the key, {@code vk_<id>_<secret>}, which nobody can look up again
   */
  public String create(ClinicId clinic, String name) {
    var key = ApiKey.generate(random);
    jdbc.sql(
            """
            insert into api_client (clinic_id, id, name, secret_hash)
            values (:clinic, :id, :name, :hash)
            """)
        .param("clinic", clinic.value())
        .param("id", key.client())
        .param("name", name)
        .param("hash", key.secretHash())
        .update();
    return key.inClear();
  }

  /** Shuts a system out, from its next call on. */
  public void revoke(ClinicId clinic, UUID client) {
    jdbc.sql(
            """
            update api_client set revoked_at = now()
            where clinic_id = :clinic and id = :id and revoked_at is null
            """)
        .param("clinic", clinic.value())
        .param("id", client)
        .update();
  }

  /** Whose key this is, if it is one and still good. */
  @Transactional(readOnly = true)
  public Optional<Actor.ClinicSystem> holderOf(String text) {
    return ApiKey.parse(text).flatMap(this::holderOf);
  }

  private Optional<Actor.ClinicSystem> holderOf(ApiKey key) {
    return jdbc.sql(
            """
            select clinic_id, id, secret_hash from api_client
            where id = :id and revoked_at is null
            """)
        .param("id", key.client())
        .query(
            (row, number) ->
                // Constant time: how much of a guess was right must not show.
                MessageDigest.isEqual(row.getBytes("secret_hash"), key.secretHash())
                    ? Optional.of(
                        new Actor.ClinicSystem(
                            new ClinicId(row.getObject("clinic_id", UUID.class)), key.client()))
                    : Optional.<Actor.ClinicSystem>empty())
        .optional()
        .flatMap(found -> found);
  }
}
