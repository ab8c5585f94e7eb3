package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import amends.messages.ReadMail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Messages for tests: from our fixtures, or written in the test. */
final class Mails {
  private Mails() {}

  static byte[] raw(String fixture) {
    try (InputStream in = Mails.class.getResourceAsStream(fixture)) {
      return Objects.requireNonNull(in, fixture).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReadMail fixture(String name) {
    return MailReader.read(raw(name));
  }

  static <T> T present(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  static ReadMail read(String text) {
    return MailReader.read(text.replace("\n", "\r\n").getBytes(UTF_8));
  }

  static ReadMail body(String text) {
    return read(
        "From: ann@example.net\nSubject: jug\nContent-Type: text/plain; charset=utf-8\n\n" + text);
  }

  static ReadMail html(String html) {
    return read(
        "From: ann@example.net\nSubject: jug\nContent-Type: text/html; charset=utf-8\n\n" + html);
  }
}
