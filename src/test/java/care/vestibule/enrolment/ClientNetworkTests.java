package care.vestibule.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTests {

  private static final ClientNetwork NONE = ClientNetwork.of("");

  @ParameterizedTest
  @CsvSource({
    "203.0.113.5, 203.0.113.5",
    "2001:db8:1:2:ffff::9, 2001:db8:1:2::",
    "2001:DB8:0001:2::, 2001:db8:1:2::",
    "2001:db8::1, 2001:db8:0:0::",
    "::1, 0:0:0:0::",
    "0:0:0:0:0:0:0:1, 0:0:0:0::",
    "fe80::1%eth0, fe80:0:0:0::",
    "::ffff:203.0.113.5, 203.0.113.5",
    "::ffff:cb00:7105, 203.0.113.5",
    "64:ff9b::203.0.113.5, 64:ff9b:0:0::"
  })
  void everySpellingOfAnAddressLeadsToItsNetwork(String address, String network) {
    assertThat(ClientNetwork.of(address).name()).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz:80",
        "portal.example",
        "localhost",
        "256.0.0.1",
        "1.2.3",
        "01.2.3.4",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "1::2::3",
        ":::",
        ":1:2:3:4:5:6:7",
        "12345::",
        "::1.2.3.256",
        "[::1]",
        "::1%",
        " ::1"
      })
  void whatIsNoAddressIsAllOneNetwork(String text) {
    assertThat(ClientNetwork.of(text)).isEqualTo(NONE);
  }

  @Test
  void whatTheJdkWritesOfAnyAddressIsReadAsThatAddress() throws UnknownHostException {
    var random = new Random(20260301);
    for (int i = 0; i < 1_000; i++) {
      var bytes = new byte[16];
      random.nextBytes(bytes);
      var address = InetAddress.getByAddress(bytes);

      var prefix = address.getHostAddress().split(":", -1);

      assertThat(ClientNetwork.of(address.getHostAddress()).name())
          .isEqualTo("%s:%s:%s:%s::", prefix[0], prefix[1], prefix[2], prefix[3]);
    }
  }
}
