/** FHIR R4 import: bundles of the clinic's systems, read strictly and answered entry by entry. */
@NullMarked
package care.vestibule.records.fhir;

import org.jspecify.annotations.NullMarked;
