package care.vestibule.desk;

import java.util.Optional;

/**
 * A patient as a list from elsewhere names one.
 *
 * @param line where in the list, from 1
 * @param name a number, or {@code Patient/<id>}
 * @param system the URI of who gave the number out, if the list says so
 * @param born the birth date beside it, as it was written; a safeguard against slipped rows
 */
public record NamedPatient(int line, String name, Optional<String> system, Optional<String> born) {}
