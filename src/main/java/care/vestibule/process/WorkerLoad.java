package care.vestibule.process;

/**
 * How much a process that works on jobs has to do.
 *
 * @param types how many types of jobs it takes
 * @param parallel how many jobs it works on at a time
 * @param busy how many it works on now
 * @param waiting how many it has taken and not begun, for want of module
 */
public record WorkerLoad(int types, int parallel, int busy, int waiting) {}
