package amends.staff.web;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code as the path of an SVG.
 *
 * @param size of its square, the quiet rim of four modules included
 * @param path its dark modules, one unit each
 */
public record KeyPicture(int size, String path) {
  private static final int RIM = 4;

  static KeyPicture of(String words) {
    ByteMatrix modules = modules(words);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M').append(x + RIM).append(' ').append(y + RIM).append("h1v1h-1z");
        }
      }
    }
    return new KeyPicture(modules.getWidth() + 2 * RIM, path.toString());
  }

  private static ByteMatrix modules(String words) {
    try {
      return Encoder.encode(
              words, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a picture", e);
    }
  }
}
