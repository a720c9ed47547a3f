package care.vestibule.monitoring.processes;

import java.util.UUID;

/**
 * A reference a process carries: whom or what it is about, and nothing else of them.
 *
 * @param variable its name in the engine
 */
public record ProcessReference(String variable, UUID value) {}
