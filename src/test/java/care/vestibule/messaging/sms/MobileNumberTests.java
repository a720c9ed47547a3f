package care.vestibule.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.delivery.Undeliverable;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MobileNumberTests {

  @ParameterizedTest
  @CsvSource({
    "0151 23456789, DE, +4915123456789",
    "+49 (151) 234-56789, FR, +4915123456789",
    "06 12 34 56 78, FR, +33612345678",
    "612 34 56 78, ES, +34612345678",
    "617-555-0142, US, +16175550142"
  })
  void aNumberIsReadAsItsRegionWritesIt(String text, String region, String e164) {
    assertThat(MobileNumber.of(text, region, Set.of("DE"))).isEqualTo(e164);
  }

  @Test
  void aCountryHasToBeTheClinicsOwnOrListed() {
    assertThat(MobileNumber.of("+32 470 12 34 56", "DE", Set.of("BE"))).isEqualTo("+32470123456");
    assertThatThrownBy(() -> MobileNumber.of("+32 470 12 34 56", "DE", Set.of("FR")))
        .isInstanceOfSatisfying(
            Undeliverable.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Delivery.Reason.COUNTRY_NOT_ALLOWED));
  }
}
