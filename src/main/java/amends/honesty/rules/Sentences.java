package amends.honesty.rules;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text in its sentences, by the breaks of ICU; a line break ends one too. */
public final class Sentences {
  private static final int LONGEST = 500;
  private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{1,2}\\.\\s*$");

  private Sentences() {}

  /**
   * @param start where it begins in the whole text
   * @param plain with straight apostrophes and quotes, place by place the same length as the text
   */
  public record Sentence(int start, String plain) {
    public int end() {
      return start + plain.length();
    }
  }

  public static List<Sentence> of(String text, Locale locale) {
    List<Sentence> found = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == text.length() || !isDate(text, start, end, locale)) {
        lines(text, start, end, found);
        start = end;
      }
    }
    return List.copyOf(found);
  }

  /** "Seit dem 4. Mai" is no end of a sentence. */
  private static boolean isDate(String text, int start, int end, Locale locale) {
    return locale.getLanguage().equals("de")
        && DAY.matcher(text).region(start, end).results().findAny().isPresent();
  }

  private static void lines(String text, int from, int to, List<Sentence> found) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || text.charAt(i) == '\n' || i - start >= LONGEST) {
        String piece = text.substring(start, i);
        if (!piece.isBlank()) {
          found.add(new Sentence(start, plain(piece)));
        }
        start = i < to && text.charAt(i) == '\n' ? i + 1 : i;
      }
    }
  }

  /** Patterns and places stay simple: each sign is replaced by one sign. */
  private static String plain(String piece) {
    return piece
        .replace('’', '\'')
        .replace('‘', '\'')
        .replace('´', '\'')
        .replace('`', '\'')
        .replace('\u00a0', ' ')
        .replace('\u2011', '-')
        .replace('\r', ' ');
  }
}
