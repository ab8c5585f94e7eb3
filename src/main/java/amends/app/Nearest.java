package amends.app;

import java.util.Comparator;
import java.util.List;

/** The known word that a mistyped one is nearest to, and how many letters lie between. */
public record Nearest(String word, int distance) {

  public static Nearest to(String typed, List<String> known) {
    return known.stream()
        .map(word -> new Nearest(word, distance(typed, word)))
        .min(Comparator.comparingInt(Nearest::distance))
        .orElseThrow();
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
