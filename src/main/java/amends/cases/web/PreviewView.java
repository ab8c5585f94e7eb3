package amends.cases.web;

import amends.shared.Texts.Voice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what is being written will look to whoever gets it. Template {@code cases/preview.jte}.
 *
 * @param medium the code of the medium; "" while nothing is written
 * @param to whom it is addressed, line by line
 * @param paragraphs the words as they arrive
 * @param leaves when it leaves and why not at once
 * @param measure how long it is; "" where it does not matter
 * @param trouble why it cannot go; null when it can
 */
public record PreviewView(
    Voice t,
    String medium,
    List<String> to,
    String subject,
    List<String> paragraphs,
    String leaves,
    String measure,
    @Nullable String trouble) {

  static PreviewView nothing(Voice t, String words) {
    return new PreviewView(t, "", List.of(), "", List.of(), words, "", null);
  }
}
