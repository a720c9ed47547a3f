package care.vestibule.probes.house.cellar;

/** What the kitchen has no arrow to. */
public record Bottle() {}
