package care.vestibule.sharing;

import care.vestibule.crypto.ContentEnvelope;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.KeyClaim;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.KeyProof;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.Patient;
import care.vestibule.records.Exchange;
import care.vestibule.records.ReadableEntity;
import care.vestibule.records.ReadablePage;
import care.vestibule.tenancy.ClinicId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Does in Java what a patient's browser does with the keys it made. */
public record TestPatientDevice(PartyKeyPair keys, PartyKey registration) {

  /** A device that opened the link of that generation. */
  public static TestPatientDevice of(
      Patient patient, UUID invitation, int generation, InvitationKey invitationKey) {
    var keys = PartyKeyPair.generate(new SecureRandom());
    var claim = new KeyClaim(patient.clinic().value(), invitation, generation, keys.publicKey());
    var mac = claim.mac(invitationKey.bind(invitation, generation));
    return new TestPatientDevice(
        keys,
        new PartyKey(
            patient.clinic(),
            patient.id().value(),
            keys.publicKey(),
            KeyState.ACTIVE,
            Optional.of(new KeyProof(invitation, generation, mac)),
            Instant.now()));
  }

  /** What the device shows, to be compared. */
  public String fingerprint() {
    return keys.publicKey().fingerprint();
  }

  /** What is in the sealed entities of a page. */
  Set<String> open(ReadablePage page) {
    var clinic = registration.clinic();
    return page.entities().stream()
        .map(one -> content(one, exchange(page, one), clinic))
        .collect(Collectors.toSet());
  }

  private String content(ReadableEntity one, Exchange exchange, ClinicId clinic) {
    try (var exchangeKey = ExchangeRecord.decode(exchange.encoded()).open(keys);
        var key = exchangeKey.unwrap(one.delegation().wrapped(), one.delegation().header(clinic))) {
      var entity = one.entity();
      return new String(
          ContentEnvelope.open(key, entity.header(clinic), entity.envelope()),
          StandardCharsets.UTF_8);
    }
  }

  private static Exchange exchange(ReadablePage page, ReadableEntity one) {
    return page.exchanges().stream()
        .filter(exchange -> exchange.id().equals(one.delegation().exchange()))
        .findFirst()
        .orElseThrow();
  }
}
