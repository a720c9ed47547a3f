package care.vestibule.messaging.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004, error correction M) with its quiet zone, as a picture in a page. */
final class QrCode {

  /** Pixels of a module: sharp at the resolution of any printer. */
  private static final int MODULE = 12;

  private QrCode() {}

  /** A {@code data:} address (RFC 2397) of the picture, a PNG of one bit a pixel. */
  static String picture(String text) throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(image(code(text)), "png", png);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private static BufferedImage image(BitMatrix code) {
    int size = code.getWidth() * MODULE;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, code.get(x / MODULE, y / MODULE) ? 0x000000 : 0xffffff);
      }
    }
    return image;
  }

  private static BitMatrix code(String text) {
    var hints =
        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      // Its message may quote the text.
      throw new IllegalStateException(e.getClass().getName());
    }
  }
}
