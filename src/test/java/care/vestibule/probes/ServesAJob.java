package care.vestibule.probes;

import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;

/** Abstract, so that no application on the tests' class path takes it for its own. */
@ForJobType(JobType.SHARE_DATA)
abstract class ServesAJob {}
