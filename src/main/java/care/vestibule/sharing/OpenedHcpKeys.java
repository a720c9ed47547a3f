package care.vestibule.sharing;

import care.vestibule.custody.HcpPrivateKeys;
import care.vestibule.custody.PrivateKeys;
import care.vestibule.directory.HcpId;
import care.vestibule.records.Records;
import care.vestibule.tenancy.ClinicId;
import java.util.HashMap;
import java.util.Map;

/** The keys of all professionals who turn up during one piece of work; closing wipes them. */
final class OpenedHcpKeys implements AutoCloseable {

  private final ClinicId clinic;
  private final PrivateKeys custody;
  private final Records records;
  private final IntakeSignature intake;
  private final Map<HcpId, Holder> holders = new HashMap<>();

  OpenedHcpKeys(ClinicId clinic, PrivateKeys custody, Records records, IntakeSignature intake) {
    this.clinic = clinic;
    this.custody = custody;
    this.records = records;
    this.intake = intake;
  }

  /**
   * One professional's keys.
   *
   * @throws care.vestibule.process.Incident {@code HCP_KEY_MISSING} or {@code KEYSTORE_LOCKED}
   */
  Holder of(HcpId hcp) {
    var known = holders.get(hcp);
    if (known != null) {
      return known;
    }
    var keys = custody.open(hcp);
    var opened = new Holder(keys, new HcpContentKeys(clinic, records, keys, intake));
    holders.put(hcp, opened);
    return opened;
  }

  @Override
  public void close() {
    holders.values().forEach(Holder::close);
  }

  /** A professional's own keys, and the content keys they open. */
  record Holder(HcpPrivateKeys keys, HcpContentKeys held) {

    void close() {
      held.close();
      keys.close();
    }

    @Override
    public String toString() {
      return "Holder[]";
    }
  }
}
