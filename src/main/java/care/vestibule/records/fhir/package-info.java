/** FHIR R4 import: bundles of the clinic's systems, read strictly and answered entry by entry. */
@NullMarked
@NamedInterface("fhir")
package care.vestibule.records.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
