package care.vestibule.records;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a delegation from its row, joined with the FHIR type of its entity. */
final class DelegationRows implements RowMapper<Delegation> {

  static final String COLUMNS =
      """
      d.entity_id, e.fhir_type, d.content_key_id, d.exchange_id, d.delegator, d.delegate,
      d.permission, d.wrapped
      """;

  @Override
  public Delegation mapRow(ResultSet row, int number) throws SQLException {
    return new Delegation(
        row.getObject("entity_id", UUID.class),
        row.getString("fhir_type"),
        new KeyId(row.getBytes("content_key_id")),
        row.getObject("exchange_id", UUID.class),
        row.getObject("delegator", UUID.class),
        row.getObject("delegate", UUID.class),
        Permission.valueOf(row.getString("permission")),
        row.getBytes("wrapped"));
  }
}
