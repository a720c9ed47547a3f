package care.vestibule.messaging.email;

import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.delivery.Undeliverable;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Reads an address so strictly that it can be nothing but one address. */
final class MailAddress {

  private MailAddress() {}

  /**
   * The address of RFC 5321, plain: no name, no comment, no group, no route, ASCII only.
   *
   * @throws Undeliverable if it is anything else
   */
  static InternetAddress of(String text) {
    // Printable ASCII leaves no space for line breaks, NUL or bidirectional controls.
    if (!text.matches("[!-~]{3,254}") || text.matches(".*[,;:<>()\"\\[\\]\\\\%].*")) {
      throw invalid();
    }
    try {
      var addresses = InternetAddress.parse(text, true);
      if (addresses.length != 1 || !text.equals(addresses[0].getAddress())) {
        throw invalid();
      }
      addresses[0].validate();
      return addresses[0];
    } catch (AddressException e) {
      throw invalid();
    }
  }

  private static Undeliverable invalid() {
    return new Undeliverable(Delivery.Reason.ADDRESS_INVALID, "ADDRESS");
  }
}
