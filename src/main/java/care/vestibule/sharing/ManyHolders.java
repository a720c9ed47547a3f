package care.vestibule.sharing;

import care.vestibule.directory.HcpId;
import care.vestibule.records.Records;
import care.vestibule.sharing.custody.Custody;
import care.vestibule.sharing.custody.ProfessionalsKeys;
import care.vestibule.tenancy.ClinicId;
import java.util.HashMap;
import java.util.Map;

/** The keys of all professionals who turn up during one piece of work; closing wipes them. */
final class ManyHolders implements AutoCloseable {

  private final ClinicId clinic;
  private final Custody custody;
  private final Records records;
  private final IntakeSeal intake;
  private final Map<HcpId, Holder> holders = new HashMap<>();

  ManyHolders(ClinicId clinic, Custody custody, Records records, IntakeSeal intake) {
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
    var opened = new Holder(keys, new HeldKeys(clinic, records, keys, intake));
    holders.put(hcp, opened);
    return opened;
  }

  @Override
  public void close() {
    holders.values().forEach(Holder::close);
  }

  /** A professional's own keys, and the content keys they open. */
  record Holder(ProfessionalsKeys keys, HeldKeys held) {

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
