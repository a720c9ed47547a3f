package care.vestibule.monitoring;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next where the next page starts; empty on the last one
 */
public record InstancePage(List<Instance> instances, Optional<InstanceCursor> next) {}
