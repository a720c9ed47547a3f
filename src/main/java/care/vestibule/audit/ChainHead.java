package care.vestibule.audit;

/** The newest link of a chain; position 0 and 32 zero bytes before the first event. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record ChainHead(long position, byte[] hash) {

  static final ChainHead NONE = new ChainHead(0, new byte[32]);
}
