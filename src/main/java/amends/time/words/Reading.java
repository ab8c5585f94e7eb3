package amends.time.words;

import amends.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what is said of moments in a text; where several readings begin, the longest holds. */
public final class Reading {
  /** Clauses are short; what stands farther back says nothing about the time of this one. */
  private static final int CLAUSE = 9;

  private static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th");

  private final String text;
  private final Grammar grammar;
  private final List<Token> tokens;
  private final Parse parse;
  private final Instant now;

  private Reading(String text, Locale locale, Scene scene) {
    this.text = text;
    this.grammar = Grammar.of(locale);
    this.tokens = Token.of(text);
    this.now = scene.now();
    this.parse = new Parse(grammar, new Senses(scene), tokens);
  }

  /** In the order of the text, and without overlap. */
  public static List<Moment> of(String text, Locale locale, Scene scene) {
    return new Reading(text, locale, scene).all();
  }

  private List<Moment> all() {
    List<Moment> found = new ArrayList<>();
    boolean denied = false;
    int at = 0;
    while (at < tokens.size()) {
      Parse.Hit moment = longest("moment", at);
      Parse.Hit none = longest("not", at);
      if (moment.end() > at && moment.end() > none.end()) {
        if (ahead(moment) && meant(at, moment.end())) {
          found.add(moment(at, moment));
        }
        at = moment.end();
      } else {
        denied |= none.end() > at;
        at = Math.max(at + 1, none.end());
      }
    }
    return found.isEmpty() && !denied ? whole() : List.copyOf(found);
  }

  /** A bare length of time is a moment only when nothing else was typed. */
  private List<Moment> whole() {
    return parse.at("whole", 0).stream()
        .filter(hit -> hit.end() == tokens.size() && ahead(hit))
        .limit(1)
        .map(hit -> moment(0, hit))
        .toList();
  }

  private Parse.Hit longest(String category, int at) {
    Parse.Hit longest = new Parse.Hit(at, new Value.Name(""));
    for (Parse.Hit hit : parse.at(category, at)) {
      if (hit.end() > longest.end() && !cutsAWord(hit.end())) {
        longest = hit;
      }
    }
    return longest;
  }

  /** "By 5pm" ends where the word ends; "by 5km" has no time in it. */
  private boolean cutsAWord(int end) {
    return end < tokens.size()
        && tokens.get(end).glued()
        && Character.isLetterOrDigit(tokens.get(end).text().charAt(0))
        && Character.isLetterOrDigit(tokens.get(end - 1).text().charAt(0));
  }

  private boolean ahead(Parse.Hit hit) {
    Value.Found found = (Value.Found) hit.value();
    Instant last = found.due() == null ? found.from() : found.due();
    return last != null && last.isAfter(now);
  }

  private boolean meant(int at, int end) {
    return !countsSomething(at, end) && !hasBeen(at);
  }

  /** "By 5 people" is no time of the day, "the 3rd time" no day. */
  private boolean countsSomething(int at, int end) {
    boolean bare = end - at >= 2 && (number(at, end) || ordinal(end));
    if (!bare || end >= tokens.size()) {
      return false;
    }
    String next = tokens.get(end).text();
    boolean sign = !Character.isLetterOrDigit(next.charAt(0));
    return sign ? "%€$£°-/".contains(next) : !grammar.list("joins").contains(next);
  }

  private boolean number(int at, int end) {
    return grammar.list("prepositions").contains(tokens.get(end - 2).text())
        && (tokens.get(end - 1).isNumber() || end - at == 2)
        && grammar.list("prepositions").contains(tokens.get(at).text());
  }

  private boolean ordinal(int end) {
    return tokens.get(end - 1).glued()
        && tokens.get(end - 2).isNumber()
        && ORDINAL.contains(tokens.get(end - 1).text());
  }

  /** "We received it on Monday": a day is ahead unless its clause tells of what has been. */
  private boolean hasBeen(int at) {
    Set<String> past = grammar.list("past");
    boolean been = false;
    for (int i = at - 1; i >= Math.max(0, at - CLAUSE); i--) {
      String word = tokens.get(i).text();
      if (".!?;".contains(word)) {
        break;
      }
      if (grammar.list("ahead").contains(word)) {
        return false;
      }
      been |= past.contains(word);
    }
    return been && !grammar.list("ahead").contains(tokens.get(at).text());
  }

  private Moment moment(int at, Parse.Hit hit) {
    Value.Found found = (Value.Found) hit.value();
    int start = tokens.get(at).start();
    int end = tokens.get(hit.end() - 1).end();
    return new Moment(
        start, end, text.substring(start, end), found.from(), found.to(), found.due());
  }
}
