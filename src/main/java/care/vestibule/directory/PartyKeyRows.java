package care.vestibule.directory;

import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a key from its row. */
final class PartyKeyRows implements RowMapper<PartyKey> {

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
