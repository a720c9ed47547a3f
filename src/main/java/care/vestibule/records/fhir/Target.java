package care.vestibule.records.fhir;

import care.vestibule.directory.Identifier;

/** What a reference points at. */
sealed interface Target {

  /** An entry of the same bundle. */
  record InBundle(IncomingEntry entry) implements Target {}

  /** Something known by a business identifier: a conditional or a logical reference. */
  record ByIdentifier(String type, Identifier identifier) implements Target {}

  /** Something stored here. */
  record Stored(String type, String id) implements Target {}

  /** A UUID that no entry of the bundle has. */
  record Missing() implements Target {}

  /** A contained resource, or only words: nothing to follow. */
  record Nothing() implements Target {}
}
