package care.vestibule.process.projection;

import java.util.ArrayList;
import java.util.List;

/** A small generator (SplitMix64): the same seed gives the same sequence, everywhere. */
final class SeededNumbers {

  private long state;

  SeededNumbers(long seed) {
    this.state = seed;
  }

  /** From 0 to one less than {@code bound}. */
  int below(int bound) {
    state += 0x9E3779B97F4A7C15L;
    long mixed = state;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), bound);
  }

  /** The same things in any order. */
  <T> List<T> shuffled(List<T> things) {
    var order = new ArrayList<>(things);
    for (int i = order.size() - 1; i > 0; i--) {
      var other = below(i + 1);
      order.set(i, order.set(other, order.get(i)));
    }
    return order;
  }

  /** The same things and some of them again. */
  <T> List<T> repeated(List<T> things) {
    var more = new ArrayList<>(things);
    for (var thing : things) {
      if (below(4) == 0) {
        more.add(thing);
      }
    }
    return more;
  }

  /** The same things in the same order, cut into pieces. */
  <T> List<List<T>> batched(List<T> things) {
    var pieces = new ArrayList<List<T>>();
    for (int from = 0; from < things.size(); ) {
      var to = Math.min(things.size(), from + 1 + below(things.size()));
      pieces.add(things.subList(from, to));
      from = to;
    }
    return pieces;
  }
}
