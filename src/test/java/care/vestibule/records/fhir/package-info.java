@NullMarked
@NamedInterface("fhir")
package care.vestibule.records.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
