package care.vestibule.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HexFormat;

/** Writes DER, and on request what only looks like it. */
final class Der {

  static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

  private Der() {}

  static byte[] publicKey(BigInteger modulus, BigInteger exponent) {
    return publicKey(RSA, integer(modulus), integer(exponent));
  }

  static byte[] publicKey(byte[] algorithm, byte[] modulus, byte[] exponent) {
    var key = value(DerReader.SEQUENCE, modulus, exponent);
    var bits = value(DerReader.BIT_STRING, new byte[1], key);
    return value(DerReader.SEQUENCE, value(DerReader.SEQUENCE, algorithm), bits);
  }

  static byte[] integer(BigInteger value) {
    return value(DerReader.INTEGER, value.toByteArray());
  }

  static byte[] value(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (var part : parts) {
      content.writeBytes(part);
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    var length = content.size();
    if (length >= 0x100) {
      out.write(0x82);
      out.write(length >> Byte.SIZE);
    } else if (length >= 0x80) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
