package amends.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that says nothing but "put this word here": most are such, and a page says hundreds. To
 * put words into their places takes a tenth of the time that a message format takes to be copied
 * and to do the same.
 *
 * @param pieces one more than places
 */
record Phrase(List<String> pieces, List<Integer> places) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");

  /** Null for one with choices, plurals, quotes or forms of its own. */
  static @Nullable Phrase of(String pattern) {
    List<String> pieces = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Matcher place = PLACE.matcher(pattern);
    int start = 0;
    while (place.find()) {
      pieces.add(pattern.substring(start, place.start()));
      places.add(Integer.valueOf(place.group(1)));
      start = place.end();
    }
    pieces.add(pattern.substring(start));
    boolean plain = pieces.stream().allMatch(p -> p.chars().noneMatch(c -> "{}'".indexOf(c) >= 0));
    return plain ? new Phrase(List.copyOf(pieces), List.copyOf(places)) : null;
  }

  /** Null where something other than a word is to be put somewhere: numbers have their own ways. */
  @Nullable String with(@Nullable Object[] words) {
    StringBuilder said = new StringBuilder(pieces.getFirst());
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      if (place >= words.length || !(words[place] instanceof String word)) {
        return null;
      }
      said.append(word).append(pieces.get(i + 1));
    }
    return said.toString();
  }
}
