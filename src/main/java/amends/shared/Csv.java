package amends.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lists that people open in a spreadsheet (RFC 4180), in which no cell becomes a formula. */
public final class Csv {
  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  public static String line(String... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A name may begin like a formula: spreadsheets take it as text then. */
  static String cell(String words) {
    boolean formula = !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + words.replace("\"", "\"\"") + '"';
  }
}
