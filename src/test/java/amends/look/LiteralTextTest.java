package amends.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word on a page comes from the text files, so that a page can speak another language. */
class LiteralTextTest {
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile("\\s(?:aria-label|title|alt|placeholder)=\"([^\"$]+)");

  static List<Path> templates() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/jte"))) {
      return all.filter(file -> file.toString().endsWith(".jte")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void holdsNoWordsOfItsOwn(Path template) throws IOException {
    assertThat(literals(Files.readString(template))).isEmpty();
  }

  @Test
  void findsWordsBetweenTagsAndInSpokenAttributes() {
    assertThat(literals("@param String t\n<p class=\"a\">${t.say(\"x\")} Hello</p>"))
        .containsExactly("Hello");
    assertThat(literals("<a aria-label=\"Close it\">${t}</a>")).containsExactly("Close it");
    assertThat(literals("@if(a.b(c) > 2)<b>${d}</b>@endif")).isEmpty();
  }

  static List<String> literals(String template) {
    Matcher spoken = SPOKEN_ATTRIBUTE.matcher(template);
    Stream<String> attributes =
        spoken.results().map(r -> r.group(1)).filter(s -> !s.startsWith("$"));
    String text = new Stripper(template).text();
    Stream<String> words = WORDS.matcher(text).results().map(r -> r.group());
    return Stream.concat(attributes, words).toList();
  }

  /** Leaves only what stands between tags and outside of template code. */
  private static final class Stripper {
    private static final List<String> CODE = List.of("${", "!{", "@if(", "@elseif(", "@for(");
    private static final List<String> WORD = List.of("@endif", "@else", "@endfor");
    private final String source;
    private final StringBuilder text = new StringBuilder();

    Stripper(String source) {
      this.source =
          source
              .replaceAll("(?m)^@(import|param).*$", "")
              .replace("@`", " ")
              .replaceAll("@template\\.[\\w.]+\\(", "\\${(");
    }

    String text() {
      int at = 0;
      while (at < source.length()) {
        at = next(at);
      }
      return text.toString();
    }

    private int next(int at) {
      for (String code : CODE) {
        if (source.startsWith(code, at)) {
          return afterBrackets(at + code.length());
        }
      }
      for (String word : WORD) {
        if (source.startsWith(word, at)) {
          return at + word.length();
        }
      }
      if (source.charAt(at) == '<'
          && at + 1 < source.length()
          && "/!abcdefghijklmnopqrstuvwxyz".indexOf(source.charAt(at + 1)) >= 0) {
        return afterTag(at);
      }
      text.append(source.charAt(at));
      return at + 1;
    }

    /** Past the bracket that closes the code; markup inside of a content block is looked at. */
    private int afterBrackets(int from) {
      int depth = 1;
      int at = from;
      while (at < source.length() && depth > 0) {
        char c = source.charAt(at);
        if (c == '"') {
          at = source.indexOf('"', at + 1);
        } else if (c == '<'
            && at + 1 < source.length()
            && "/abcdefghijklmnopqrstuvwxyz".indexOf(source.charAt(at + 1)) >= 0) {
          return next(at);
        } else if (c == '(' || c == '{') {
          depth++;
        } else if (c == ')' || c == '}') {
          depth--;
        }
        at++;
      }
      return at;
    }

    private int afterTag(int from) {
      int at = from;
      boolean quoted = false;
      while (at < source.length()) {
        char c = source.charAt(at);
        if (source.startsWith("${", at)) {
          at = afterBrackets(at + 2);
          continue;
        }
        if (c == '"') {
          quoted = !quoted;
        }
        if (c == '>' && !quoted) {
          return at + 1;
        }
        at++;
      }
      return at;
    }
  }
}
