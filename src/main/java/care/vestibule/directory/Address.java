package care.vestibule.directory;

/**
 * A postal address; a part that is not known is empty.
 *
 * @param street the lines before the city, joined by commas
 * @param postalCode as the country writes it
 * @param city the city
 * @param country as it was written down, a code or a name
 */
public record Address(String street, String postalCode, String city, String country) {

  /** Refuses overlong parts and control characters. */
  public Address {
    Texts.requireTame("street", street, 300);
    Texts.requireTame("postal code", postalCode, 20);
    Texts.requireTame("city", city, 100);
    Texts.requireTame("country", country, 100);
  }
}
