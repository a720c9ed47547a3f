package care.vestibule.directory;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The key directory of the current clinic; every call needs the caller's transaction. */
@Repository
public final class PublicKeys {

  private static final String SELECT =
      """
      select clinic_id, party, encoded, state, proof_invitation, proof_generation, proof_mac,
        created_at
      from public_key where clinic_id = current_clinic()
      """;

  private final JdbcClient jdbc;
  private final PartyKeyRows rows = new PartyKeyRows();

  /** Keys in the given database. */
  public PublicKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores a new key; a key the party used before becomes {@link KeyState#LOST}.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the key is known already
   */
  public void register(PartyKey key) {
    if (key.state() == KeyState.ACTIVE) {
      endActiveOf(key.party(), KeyState.LOST);
    }
    insert(key);
  }

  /**
   * Stores a new active key; the one before becomes {@link KeyState#RETIRED}, because its private
   * half is kept.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the key is known already
   */
  public void succeed(PartyKey key) {
    endActiveOf(key.party(), KeyState.RETIRED);
    insert(key);
  }

  private void insert(PartyKey key) {
    jdbc.sql(
            """
            insert into public_key (clinic_id, key_id, party, encoded, state, proof_invitation,
              proof_generation, proof_mac, created_at)
            values (:clinic, :id, :party, :encoded, :state, :invitation, :generation, :mac, :at)
            """)
        .param("clinic", key.clinic().value())
        .param("id", key.key().id().value())
        .param("party", key.party())
        .param("encoded", key.key().encoded())
        .param("state", key.state().name())
        .param("invitation", key.proof().map(KeyProof::invitation).orElse(null))
        .param("generation", key.proof().map(KeyProof::generation).orElse(null))
        .param("mac", key.proof().map(KeyProof::mac).orElse(null))
        .param("at", OffsetDateTime.ofInstant(key.createdAt(), ZoneOffset.UTC))
        .update();
  }

  /**
   * The key to share with, if the party has one.
   *
   * @throws care.vestibule.crypto.CryptoRefusal if what is stored is no key
   */
  public Optional<PartyKey> activeOf(UUID party) {
    return jdbc.sql(SELECT + "and party = :party and state = 'ACTIVE'")
        .param("party", party)
        .query(rows)
        .optional();
  }

  /**
   * The key of this id, in any state.
   *
   * @throws care.vestibule.crypto.CryptoRefusal if what is stored is no key
   */
  public Optional<PartyKey> byId(KeyId id) {
    return jdbc.sql(SELECT + "and key_id = :id").param("id", id.value()).query(rows).optional();
  }

  /** Notes that the private half is gone. */
  public void markLost(KeyId id) {
    jdbc.sql(
            """
            update public_key set state = 'LOST'
            where clinic_id = current_clinic() and key_id = :id and state = 'ACTIVE'
            """)
        .param("id", id.value())
        .update();
  }

  /** The professionals who have no active key: nothing can be shared with them or by them. */
  public List<HcpId> professionalsWithoutKey() {
    return jdbc.sql(
            """
            select hcp_id from hcp where clinic_id = current_clinic() and not exists (
              select 1 from public_key
              where clinic_id = current_clinic() and party = hcp_id and state = 'ACTIVE')
            order by hcp_id
            """)
        .query((row, n) -> new HcpId(row.getObject("hcp_id", UUID.class)))
        .list();
  }

  private void endActiveOf(UUID party, KeyState end) {
    jdbc.sql(
            """
            update public_key set state = :end
            where clinic_id = current_clinic() and party = :party and state = 'ACTIVE'
            """)
        .param("end", end.name())
        .param("party", party)
        .update();
  }

  /** Reads a key from its row. */
  static final class PartyKeyRows implements RowMapper<PartyKey> {

    @Override
    public PartyKey mapRow(ResultSet row, int number) throws SQLException {
      return new PartyKey(
          new ClinicId(row.getObject("clinic_id", UUID.class)),
          row.getObject("party", UUID.class),
          PartyPublicKey.decode(row.getBytes("encoded")),
          KeyState.valueOf(row.getString("state")),
          proof(row),
          row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<KeyProof> proof(ResultSet row) throws SQLException {
      var invitation = row.getObject("proof_invitation", UUID.class);
      return invitation == null
          ? Optional.empty()
          : Optional.of(
              new KeyProof(invitation, row.getInt("proof_generation"), row.getBytes("proof_mac")));
    }
  }
}
