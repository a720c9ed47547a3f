package care.vestibule.directory;

import java.util.List;
import java.util.Optional;

/**
 * The part of the clear data that a patient or the desk may change.
 *
 * <p>Not the name, the birth date or the identifiers: by those the clinic knows who this is.
 *
 * @param language a BCP 47 tag
 * @param contacts all contacts, the best first
 * @param address the postal address
 */
public record AdministrativeChange(
    String language, List<Contact> contacts, Optional<Address> address) {

  /** Refuses what is not a language tag, and lists nobody reads to the end. */
  public AdministrativeChange {
    Patient.requireLanguage(language);
    contacts = List.copyOf(contacts);
    if (contacts.size() > 20) {
      throw new IllegalArgumentException("At most 20 contacts");
    }
  }
}
