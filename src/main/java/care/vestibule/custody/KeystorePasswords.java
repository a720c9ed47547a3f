package care.vestibule.custody;

import care.vestibule.directory.HcpId;

/** The passwords of a keystore; the arrays are the caller's. */
interface KeystorePasswords {

  /** Opens the file. */
  char[] ofFile();

  /** Opens the entries of one professional. */
  char[] of(HcpId hcp);
}
