package care.vestibule.sharing;

import care.vestibule.crypto.ContentEnvelope;
import care.vestibule.crypto.ContentKey;
import care.vestibule.directory.HcpId;
import care.vestibule.records.ContentKeys;
import care.vestibule.records.Delegation;
import care.vestibule.records.StoredEntity;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Seals an entity under a new content key, for the professionals who hold it and nobody else.
 *
 * <p>The new key is wrapped under the exchanges through which they hold the old one: no new
 * exchange is needed, and the intake's signature on them stands.
 */
@Component
@OnlyIn(Zone.AGENT)
class ContentKeyRotation {

  private final ContentKeys contentKeys;
  private final CurrentClinic clinic;
  private final SecureRandom random;

  ContentKeyRotation(ContentKeys contentKeys, CurrentClinic clinic, SecureRandom random) {
    this.contentKeys = contentKeys;
    this.clinic = clinic;
    this.random = random;
  }

  /**
   * Stores it; needs a transaction that has locked the entity.
   *
   * @return the professionals' rights to the new key
   * @throws care.vestibule.crypto.CryptoRefusal if anything is not what its place says it is, and
   *     then nothing was changed
   */
  List<Delegation> make(StoredEntity entity, List<Delegation> held, OpenedHcpKeys holders) {
    var first = held.getFirst();
    try (var former = holders.of(new HcpId(first.delegate())).held().open(first);
        var fresh = ContentKey.generate(random)) {
      var next = entity.under(fresh.id());
      var rights = held.stream().map(one -> passOn(one, fresh, holders)).toList();
      var content = ContentEnvelope.open(former, entity.header(clinic.get()), entity.envelope());
      try {
        var envelope = ContentEnvelope.seal(fresh, next.header(clinic.get()), content, random);
        contentKeys.replace(next.sealedAs(envelope), rights);
      } finally {
        Arrays.fill(content, (byte) 0);
      }
      return rights;
    }
  }

  private Delegation passOn(Delegation held, ContentKey fresh, OpenedHcpKeys holders) {
    return holders.of(new HcpId(held.delegate())).held().passOn(held, fresh, random);
  }
}
