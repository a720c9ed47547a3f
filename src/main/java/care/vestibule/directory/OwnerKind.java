package care.vestibule.directory;

/** What an identifier names; the same value may name one of each. */
enum OwnerKind {
  PATIENT,
  HCP
}
