/** The process's steps that send messages: one worker a job type. */
@NullMarked
package care.vestibule.correspondence.jobs;

import org.jspecify.annotations.NullMarked;
