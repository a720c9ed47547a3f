package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.util.Set;

/** A clinical entry, whom it is about, and who took part; nobody if it does not say. */
record ClinicalEntry(IncomingEntry entry, PatientId patient, Set<HcpId> participants) {}
