package care.vestibule.process;

import java.util.List;
import java.util.Optional;

/** What the engine says of its own parts; call it with no transaction open. */
public interface EngineTopology {

  /** Its brokers at this moment; empty if it cannot be reached within a second. */
  Optional<List<Broker>> now();

  /**
   * One of the engine's processes.
   *
   * @param address host and port, as the others see it
   */
  record Broker(String address, String version, List<Replica> replicas) {}

  /**
   * A broker's copy of a partition.
   *
   * @param leads whether it is the copy that is written to
   */
  record Replica(int partition, boolean leads, boolean healthy) {}
}
