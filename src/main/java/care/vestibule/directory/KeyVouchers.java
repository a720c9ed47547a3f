package care.vestibule.directory;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.Pepper;
import care.vestibule.tenancy.ClinicId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The agent's word that it holds the private half of a professional's public key.
 *
 * <p>32 bytes beside the key: HMAC-SHA-256 under the pepper over the key's id, which is computed
 * from the key, bound to clinic and professional. Every call needs the caller's transaction.
 */
@Repository
public final class KeyVouchers {

  private final JdbcClient jdbc;
  private final Pepper pepper;

  /** Vouchers in the given database. */
  public KeyVouchers(JdbcClient jdbc, Pepper pepper) {
    this.jdbc = jdbc;
    this.pepper = pepper;
  }

  /** Vouches for a key; only for the agent, which has looked into its keystore. */
  public void give(ClinicId clinic, HcpId hcp, KeyId key) {
    jdbc.sql(
            """
            update public_key set voucher = :voucher
            where clinic_id = current_clinic() and key_id = :key and party = :hcp
            """)
        .param("voucher", pepper.hash(key.value(), place(clinic, hcp)))
        .param("key", key.value())
        .param("hcp", hcp.value())
        .update();
  }

  /** Whether it vouches for this key of a professional. */
  public boolean on(PartyKey key) {
    return jdbc.sql(
            """
            select voucher from public_key
            where clinic_id = current_clinic() and party = :hcp and state = 'ACTIVE'
              and voucher is not null
            """)
        .param("hcp", key.party())
        .query((row, n) -> row.getBytes("voucher"))
        .optional()
        .filter(
            mac ->
                pepper.matches(
                    mac, key.key().id().value(), place(key.clinic(), new HcpId(key.party()))))
        .isPresent();
  }

  /** Professionals whose active key has no voucher of the present pepper. */
  public List<HcpId> toBeVouchedFor(ClinicId clinic) {
    return jdbc
        .sql(
            """
            select k.party, k.key_id, coalesce(k.voucher, '') as voucher
            from public_key k join hcp h on h.clinic_id = k.clinic_id and h.hcp_id = k.party
            where k.clinic_id = current_clinic() and k.state = 'ACTIVE' order by k.party
            """)
        .query(
            (row, n) ->
                new Row(
                    new HcpId(row.getObject("party", UUID.class)),
                    row.getBytes("key_id"),
                    row.getBytes("voucher")))
        .stream()
        .filter(row -> !pepper.isCurrent(row.voucher(), row.key(), place(clinic, row.hcp())))
        .map(Row::hcp)
        .toList();
  }

  private static byte[] place(ClinicId clinic, HcpId hcp) {
    return ("hcp-key/" + clinic + "/" + hcp).getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(HcpId hcp, byte[] key, byte[] voucher) {}
}
