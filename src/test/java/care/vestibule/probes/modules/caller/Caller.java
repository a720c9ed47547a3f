package care.vestibule.probes.modules.caller;

import care.vestibule.probes.modules.hidden.Hidden;

record Caller(Hidden hidden) {}
