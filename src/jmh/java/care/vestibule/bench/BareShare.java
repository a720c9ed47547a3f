package care.vestibule.bench;

import care.vestibule.testing.TestDatabase;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a share cannot do without, and nothing else: neither checks nor a report. */
final class BareShare {

  static final String COLUMNS =
      "delegation (clinic_id, entity_id, delegate, exchange_id, delegator, content_key_id,"
          + " permission, wrapped, created_at)";

  private static final int CONTEXT_SIZE = 181;
  private static final int CHUNK = 5000;
  private static final HexFormat HEX = HexFormat.of();

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
  private final byte[] context = new byte[CONTEXT_SIZE];
  private final UUID clinic;
  private final UUID doctor;
  private final UUID patient;
  private final byte[] sealed;

  BareShare(UUID clinic, UUID doctor, UUID patient) {
    this.clinic = clinic;
    this.doctor = doctor;
    this.patient = patient;
    this.sealed = cipher(Cipher.ENCRYPT_MODE, new byte[12], new byte[32]);
  }

  /** Rows like those a share writes, in the same table. */
  long copy(int count) {
    var rows = new StringBuilder();
    var held = held(count);
    var now = Instant.now();
    for (int i = 0; i < held.size(); i++) {
      rows.append(clinic).append('\t').append(held.get(i).entity()).append('\t').append(patient);
      rows.append('\t')
          .append(held.get(i).exchange())
          .append('\t')
          .append(doctor)
          .append("\t\\\\x");
      rows.append(held.get(i).contentKey()).append("\tREAD\t\\\\x").append(HEX.formatHex(again()));
      rows.append('\t').append(now).append('\n');
      if (rows.length() > CHUNK * 200 || i == held.size() - 1) {
        LargeRecord.copy(COLUMNS, rows.toString());
        rows.setLength(0);
      }
    }
    return count;
  }

  /** Inserts what the next entity needs in a transaction of its own. */
  long oneByOne(int count) {
    try (var connection = TestDatabase.get().superuser();
        var sql = connection.createStatement()) {
      for (var one : held(count)) {
        sql.executeQuery(
                "select wrapped from delegation where clinic_id = '%s' and entity_id = '%s'"
                    .formatted(clinic, one.entity()))
            .close();
        sql.execute(
            "insert into %s values ('%s', '%s', '%s', '%s', '%s', '\\x%s', 'READ', '\\x%s', now())"
                .formatted(
                    COLUMNS,
                    clinic,
                    one.entity(),
                    patient,
                    one.exchange(),
                    doctor,
                    one.contentKey(),
                    HEX.formatHex(again())));
      }
      return count;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Held> held(int count) {
    var found = new ArrayList<Held>();
    try (var connection = TestDatabase.get().superuser();
        var sql = connection.createStatement();
        var rows =
            sql.executeQuery(
                """
                select entity_id, exchange_id, encode(content_key_id, 'hex') from delegation
                where delegate = '%s' limit %d
                """
                    .formatted(doctor, count))) {
      while (rows.next()) {
        found.add(new Held(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] again() {
    var nonce = new byte[12];
    random.nextBytes(nonce);
    return cipher(Cipher.ENCRYPT_MODE, nonce, cipher(Cipher.DECRYPT_MODE, new byte[12], sealed));
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(128, nonce));
      cipher.updateAAD(context);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Held(String entity, String exchange, String contentKey) {}
}
