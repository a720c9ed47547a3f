/** The process's steps that concern notifications: one worker a job type. */
@NullMarked
package care.vestibule.accessrequest.jobs;

import org.jspecify.annotations.NullMarked;
