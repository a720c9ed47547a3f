/** The words of the patient's page. */
@NullMarked
package care.vestibule.myrecord.web;

import org.jspecify.annotations.NullMarked;
