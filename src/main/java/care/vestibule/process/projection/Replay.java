package care.vestibule.process.projection;

import org.springframework.stereotype.Component;

/** Tells the tables that are made anew what the journal has; needs a transaction. */
@Component
class Replay {

  private final Rebuilds rebuilds;
  private final ShadowTables shadow;
  private final Journal journal;
  private final Projection projection;

  Replay(Rebuilds rebuilds, ShadowTables shadow, Journal journal, Projection projection) {
    this.rebuilds = rebuilds;
    this.shadow = shadow;
    this.journal = journal;
    this.projection = projection;
  }

  /** Replays so many records of each partition at most; how many there were in all. */
  int some(Rebuilds.Open open, int most) {
    shadow.lookHere();
    int records = 0;
    for (var partition : rebuilds.partitions()) {
      var batch = journal.after(partition.partitionId(), partition.replayed(), most);
      if (!batch.isEmpty()) {
        projection.replay(batch);
        rebuilds.replayed(open.id(), partition.partitionId(), batch.getLast().position());
        records += batch.size();
      }
    }
    return records;
  }

  /** Replays until nothing is left, so many at a time. */
  void all(Rebuilds.Open open, int most) {
    int replayed;
    do {
      replayed = some(open, most);
    } while (replayed > 0);
  }
}
