package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {
  private static byte[] picture(int width, int height, String kind) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void isDrawnAnewToFitTheLetterhead(String kind) throws IOException {
    BufferedImage drawn =
        ImageIO.read(new ByteArrayInputStream(Logo.drawn(picture(3_000, 600, kind))));
    assertThat(drawn.getWidth()).isEqualTo(900);
    assertThat(drawn.getHeight()).isEqualTo(180);
  }

  @Test
  void keepsNothingButThePicture() throws IOException {
    byte[] plain = picture(40, 20, "png");
    byte[] more = Arrays.copyOf(plain, plain.length + 40);
    System.arraycopy(
        "<script>x</script>".getBytes(StandardCharsets.US_ASCII), 0, more, plain.length, 18);
    assertThat(new String(Logo.drawn(more), StandardCharsets.ISO_8859_1)).doesNotContain("script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no picture", "<svg onload=alert(1)>", "GIF89a", "\u0089PNG\r\n\u001a\n"})
  void isRefusedWhenItIsNoPicture(String words) {
    byte[] file = words.getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Logo.drawn(file))
        .isInstanceOf(Refusal.class)
        .hasMessage("staff.refused.logo");
  }

  /** A few hundred bytes that say they are sixty thousand points on each side. */
  @Test
  void isRefusedBeforeAnythingLargeIsUnpacked() throws IOException {
    byte[] bomb = picture(8, 8, "png");
    ByteBuffer png = ByteBuffer.wrap(bomb);
    png.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(bomb, 12, 17);
    png.putInt(29, (int) sum.getValue());
    assertThatThrownBy(() -> Logo.drawn(bomb)).hasMessage("staff.refused.logo-size");
  }
}
