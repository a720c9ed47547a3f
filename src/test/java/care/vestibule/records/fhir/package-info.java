@NullMarked
package care.vestibule.records.fhir;

import org.jspecify.annotations.NullMarked;
