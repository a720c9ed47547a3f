@NullMarked
package care.vestibule.records.web;

import org.jspecify.annotations.NullMarked;
