package care.vestibule.messaging.sms;

import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.delivery.Undeliverable;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Set;

/** Reads a number as the clinic's region writes it, and takes it only if it may be a mobile's. */
final class MobileNumber {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private MobileNumber() {}

  /**
   * The number in E.164 form.
   *
   * @param region ISO 3166-1 alpha-2, for numbers without a country code
   * @param countries where messages may go besides that region, in the same form: some networks
   *     share what a message costs with whoever makes us send it
   * @throws Undeliverable if it is no number, or not one a text message can reach
   */
  static String of(String text, String region, Set<String> countries) {
    if (!text.matches("\\+?[0-9 ()./-]{3,40}")) {
      throw invalid();
    }
    try {
      var number = NUMBERS.parse(text, region);
      if (!NUMBERS.isValidNumber(number)) {
        throw invalid();
      }
      var country = String.valueOf(NUMBERS.getRegionCodeForNumber(number));
      if (!country.equals(region) && !countries.contains(country)) {
        throw new Undeliverable(Delivery.Reason.COUNTRY_NOT_ALLOWED, "COUNTRY");
      }
      return switch (NUMBERS.getNumberType(number)) {
        // Where landlines and mobiles share their numbers, as in North America, nobody can tell.
        case MOBILE, FIXED_LINE_OR_MOBILE -> NUMBERS.format(number, PhoneNumberFormat.E164);
        default -> throw new Undeliverable(Delivery.Reason.NOT_MOBILE, "NUMBER_TYPE");
      };
    } catch (NumberParseException e) {
      throw invalid();
    }
  }

  private static Undeliverable invalid() {
    return new Undeliverable(Delivery.Reason.ADDRESS_INVALID, "NUMBER");
  }
}
