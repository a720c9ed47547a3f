package care.vestibule;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The networks whose word about a client's address is taken, as the container reads them.
 *
 * <p>From anybody else {@code X-Forwarded-For} and its relatives mean nothing. The container takes
 * a list for a regular expression as soon as one entry is no network, and then trusts nobody or
 * more than was meant: such a list keeps Vestibule from starting.
 */
@Component
final class TrustedProxies {

  private static final Pattern NETWORK =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/\\d{1,3}");

  /**
   * Looks at the list.
   *
   * @param networks in CIDR notation (RFC 4632); none trusts nobody
   * @throws IllegalStateException if one of them is no network
   */
  TrustedProxies(@Value("${server.tomcat.remoteip.internal-proxies:}") List<String> networks) {
    for (var network : networks) {
      if (!network.isBlank() && !NETWORK.matcher(network.strip()).matches()) {
        throw new IllegalStateException(
            "vestibule.trusted-proxies has to list networks such as 10.1.2.3/32, not " + network);
      }
    }
  }
}
