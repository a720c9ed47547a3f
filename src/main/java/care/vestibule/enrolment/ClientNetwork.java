package care.vestibule.enrolment;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The network an address belongs to: an IPv4 address itself, the first 64 bits of an IPv6 address.
 *
 * <p>Read here and nowhere looked up: {@link java.net.InetAddress} asks the name servers about
 * whatever is not quite an address, and a proxy may hand through what a client claims to be. What
 * is no address at all belongs to one network that all of it shares.
 *
 * @param name how the network is written, the same for every spelling of an address
 */
record ClientNetwork(String name) {

  private static final ClientNetwork UNKNOWN = new ClientNetwork("?");
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final Pattern ZONE = Pattern.compile("%[\\w.-]+$");
  private static final int GROUPS = 8;
  private static final int[] MAPPED = {0, 0, 0, 0, 0, 0xffff};

  /** The network of an address in text (RFC 4291, section 2.2, with or without a zone). */
  static ClientNetwork of(String address) {
    if (IPV4.matcher(address).matches()) {
      return new ClientNetwork(address);
    }
    return groups(ZONE.matcher(address).replaceFirst(""))
        .map(ClientNetwork::ofGroups)
        .orElse(UNKNOWN);
  }

  // Behind ::ffff: stands an IPv4 address, one of very many.
  private static ClientNetwork ofGroups(int[] groups) {
    return new ClientNetwork(
        Arrays.equals(Arrays.copyOf(groups, MAPPED.length), MAPPED)
            ? "%d.%d.%d.%d"
                .formatted(groups[6] >> 8, groups[6] & 0xff, groups[7] >> 8, groups[7] & 0xff)
            : "%x:%x:%x:%x::".formatted(groups[0], groups[1], groups[2], groups[3]));
  }

  private static Optional<int[]> groups(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return half(text).filter(all -> all.length == GROUPS);
    }
    var front = half(text.substring(0, gap));
    var back = half(text.substring(gap + 2));
    return front.flatMap(left -> back.flatMap(right -> joined(left, right)));
  }

  private static Optional<int[]> joined(int[] left, int[] right) {
    if (left.length + right.length >= GROUPS) {
      return Optional.empty();
    }
    var all = Arrays.copyOf(left, GROUPS);
    System.arraycopy(right, 0, all, GROUPS - right.length, right.length);
    return Optional.of(all);
  }

  /** Groups joined by colons, perhaps none; the last two may be written as an IPv4 address. */
  private static Optional<int[]> half(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    var parts = withoutDots(text).split(":", -1);
    return Stream.of(parts).allMatch(part -> GROUP.matcher(part).matches())
        ? Optional.of(Stream.of(parts).mapToInt(part -> Integer.parseInt(part, 16)).toArray())
        : Optional.empty();
  }

  private static String withoutDots(String text) {
    var tail = text.substring(text.lastIndexOf(':') + 1);
    if (!IPV4.matcher(tail).matches()) {
      return text;
    }
    var bytes = Stream.of(tail.split("\\.")).mapToInt(Integer::parseInt).toArray();
    return text.substring(0, text.length() - tail.length())
        + "%x:%x".formatted(bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]);
  }
}
