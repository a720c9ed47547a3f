package care.vestibule.custody;

import care.vestibule.crypto.MasterSecret;
import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** The passwords of one clinic's keystore, 64 hex digits each, derived and never stored. */
final class DerivedPasswords implements KeystorePasswords {

  private final MasterSecret master;
  private final ClinicId clinic;

  DerivedPasswords(MasterSecret master, ClinicId clinic) {
    this.master = master;
    this.clinic = clinic;
  }

  @Override
  public char[] ofFile() {
    return derived("keystore", clinic.value());
  }

  /** One's own for each professional: who learns one of them opens one entry. */
  @Override
  public char[] of(HcpId hcp) {
    return derived("keystore-entry", hcp.value());
  }

  private char[] derived(String purpose, UUID owner) {
    var secret = master.derive(purpose, owner);
    try {
      return HexFormat.of().formatHex(secret).toCharArray();
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
