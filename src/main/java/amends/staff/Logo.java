package amends.staff;

import amends.shared.Refusal;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture that somebody uploads is drawn anew: what reaches our letters is points of colour and
 * nothing else that was in the file. Its size is read before any of it is unpacked.
 */
final class Logo {
  private static final int LARGEST_FILE = 2_000_000;
  private static final int LARGEST_SIDE = 6_000;

  /** At the height that it has on paper, 300 dots to the inch. */
  private static final int WIDTH = 900;

  private static final int HEIGHT = 240;
  private static final List<String> KINDS = List.of("png", "jpeg");

  private Logo() {}

  /**
   * @return a PNG that fits the letterhead
   * @throws Refusal of the field {@code logo} when it is no PNG or JPEG, or too large
   */
  static byte[] drawn(byte[] file) {
    if (file.length > LARGEST_FILE) {
      throw new Refusal("logo", "staff.refused.logo-size", LARGEST_FILE / 1_000_000, LARGEST_SIDE);
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      ImageReader reader = reader(in);
      if (reader == null) {
        throw new Refusal("logo", "staff.refused.logo");
      }
      reader.setInput(in, true, true);
      if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
        throw new Refusal(
            "logo", "staff.refused.logo-size", LARGEST_FILE / 1_000_000, LARGEST_SIDE);
      }
      return png(fitted(reader.read(0)));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw new Refusal("logo", "staff.refused.logo");
    }
  }

  private static @Nullable ImageReader reader(ImageInputStream in) throws IOException {
    Iterator<ImageReader> all = ImageIO.getImageReaders(in);
    while (all.hasNext()) {
      ImageReader one = all.next();
      if (KINDS.contains(one.getFormatName().toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    return null;
  }

  private static BufferedImage fitted(BufferedImage given) {
    double scale =
        Math.min(
            1, Math.min((double) WIDTH / given.getWidth(), (double) HEIGHT / given.getHeight()));
    int width = Math.max(1, (int) Math.round(given.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(given.getHeight() * scale));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(given, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
