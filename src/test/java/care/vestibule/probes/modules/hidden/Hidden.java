package care.vestibule.probes.modules.hidden;

/** What the caller has no arrow to. */
public record Hidden() {}
