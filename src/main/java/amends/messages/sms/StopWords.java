package amends.messages.sms;

import amends.shared.Plain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The words by which somebody says that they want no more text messages, or want them again. */
@Component
final class StopWords {
  private final Map<String, Boolean> words = new HashMap<>();

  StopWords() {
    try (InputStream in =
            Objects.requireNonNull(
                StopWords.class.getResourceAsStream("/amends/messages/stop-words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> {
            int space = line.indexOf(' ');
            words.put(
                Plain.folded(line.substring(space + 1)), line.substring(0, space).equals("stop"));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  enum Said {
    STOP,
    START,
    NEITHER
  }

  /** Only where the whole message is that word: "please stop the leak" is a matter of its own. */
  Said in(String message) {
    Boolean stop = words.get(Plain.folded(message));
    return stop == null ? Said.NEITHER : stop ? Said.STOP : Said.START;
  }
}
