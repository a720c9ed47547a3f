package care.vestibule.records.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Turns everything the parser stumbles over into a refusal.
 *
 * <p>The library's own strict handler puts the offending value into its message; this one does not.
 */
final class StrictReading implements IParserErrorHandler {

  @Override
  public void containedResourceWithNoId(@Nullable IParseLocation location) {
    throw refusal("A contained resource has no id", location, null);
  }

  @Override
  public void incorrectJsonType(
      @Nullable IParseLocation location,
      @Nullable String element,
      @Nullable ValueType expected,
      @Nullable ScalarType expectedScalar,
      @Nullable ValueType found,
      @Nullable ScalarType foundScalar) {
    throw refusal("A value has the wrong JSON type", location, element);
  }

  @Override
  public void invalidValue(
      @Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
    throw refusal("A value is not allowed here", location, null);
  }

  @Override
  public void missingRequiredElement(@Nullable IParseLocation location, @Nullable String element) {
    throw refusal("A required element is missing", location, element);
  }

  @Override
  public void unexpectedRepeatingElement(
      @Nullable IParseLocation location, @Nullable String element) {
    throw refusal("An element is repeated that must not be", location, element);
  }

  @Override
  public void unknownAttribute(@Nullable IParseLocation location, @Nullable String attribute) {
    throw refusal("An attribute is not known in FHIR R4", location, null);
  }

  @Override
  public void unknownElement(@Nullable IParseLocation location, @Nullable String element) {
    throw refusal("An element is not known in FHIR R4", location, null);
  }

  @Override
  public void unknownReference(@Nullable IParseLocation location, @Nullable String reference) {
    throw refusal("A reference names nothing", location, null);
  }

  @Override
  public void invalidInternalReference(
      @Nullable IParseLocation location, @Nullable String reference) {
    throw refusal("A reference names no contained resource", location, null);
  }

  @Override
  public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
    throw refusal("An extension has a value and extensions", location, null);
  }

  // Names of elements that FHIR defines are safe to repeat; what a sender invented is not.
  private static FhirRefusal refusal(
      String what, @Nullable IParseLocation location, @Nullable String element) {
    @Nullable String parent = location == null ? null : location.getParentElementName();
    var where = new StringBuilder(what);
    if (parent != null) {
      where.append(", in ").append(parent);
    }
    if (element != null) {
      where.append(", at ").append(element);
    }
    return FhirRefusal.structure(where.append('.').toString());
  }
}
