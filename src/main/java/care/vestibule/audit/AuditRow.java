package care.vestibule.audit;

import java.time.Instant;
import java.util.List;

/**
 * A row as it stands in the table, which may be what nobody here wrote: nothing in it is trusted.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record AuditRow(long position, Instant at, List<String> parts, byte[] previousHash, byte[] hash) {}
