package care.vestibule.monitoring;

import java.util.UUID;

/**
 * A reference a process carries: whom or what it is about, and nothing else of them.
 *
 * @param variable its name in the engine
 */
public record Reference(String variable, UUID value) {}
