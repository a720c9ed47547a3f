package care.vestibule.records;

import care.vestibule.directory.PatientId;

/** What is already stored of something that is sent again. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record KnownSource(PatientId patient, int version, byte[] sourceHash) {}
