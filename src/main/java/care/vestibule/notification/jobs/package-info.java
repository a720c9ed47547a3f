/** The process's steps that concern notifications: one worker a job type. */
@NullMarked
package care.vestibule.notification.jobs;

import org.jspecify.annotations.NullMarked;
