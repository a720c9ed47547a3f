package care.vestibule.probes;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

final class MakesItsOwnCipher {

  Cipher cipher() throws GeneralSecurityException {
    return Cipher.getInstance("AES/GCM/NoPadding");
  }
}
