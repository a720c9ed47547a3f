/** The built-in words, in English, German, French and Spanish. */
@NullMarked
package care.vestibule.messaging.texts;

import org.jspecify.annotations.NullMarked;
