package amends.time.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * With which two words a category can begin, so that most words of a letter are passed over at
 * once. Measured: by the first word alone a letter of 120 words is read seven times as fast, by two
 * several times as fast again, for "the", "a" and "our" begin much.
 */
final class Starts {
  /** What stands for every number. */
  private static final String NUMBER = "0";

  private final Map<String, Begin> byCategory = new HashMap<>();
  private final Map<Grammar.Rule, Begin> byRule = new IdentityHashMap<>();

  /** The words that can stand first and second, and whether one word or none can be all of it. */
  private static final class Begin {
    private final Set<String> first = new HashSet<>();
    private final Set<String> second = new HashSet<>();
    private boolean one;
    private boolean none;

    int size() {
      return first.size() + second.size() + (one ? 1 : 0);
    }

    boolean may(List<Token> tokens, int at) {
      return at < tokens.size()
          && first.contains(key(tokens.get(at)))
          && (one || at + 1 < tokens.size() && second.contains(key(tokens.get(at + 1))));
    }

    /** What this or that can begin with. */
    void or(Begin that) {
      first.addAll(that.first);
      second.addAll(that.second);
      one |= that.one;
      none |= that.none;
    }

    /** What this can begin with when that follows. */
    void then(Begin that) {
      if (one) {
        second.addAll(that.first);
      }
      if (none) {
        first.addAll(that.first);
        second.addAll(that.second);
      }
      one = one && that.none || none && that.one;
      none &= that.none;
    }
  }

  Starts(Map<String, List<Grammar.Rule>> rules) {
    Begin digits = new Begin();
    digits.first.add(NUMBER);
    digits.one = true;
    byCategory.put("digits", digits);
    int before;
    do {
      before = size();
      rules.forEach((category, all) -> {
        Begin whole = byCategory.computeIfAbsent(category, c -> new Begin());
        for (Grammar.Rule rule : all) {
          Begin own = begin(rule.pattern());
          byRule.put(rule, own);
          whole.or(own);
        }
        // What a category reads is never nothing.
        whole.none = false;
      });
    } while (size() > before);
  }

  private int size() {
    return byCategory.values().stream().mapToInt(Begin::size).sum();
  }

  boolean may(String category, List<Token> tokens, int at) {
    Begin begin = byCategory.get(category);
    return begin != null && begin.may(tokens, at);
  }

  boolean may(Grammar.Rule rule, List<Token> tokens, int at) {
    Begin begin = byRule.get(rule);
    return begin != null && begin.may(tokens, at);
  }

  private static String key(Token token) {
    return token.isNumber() ? NUMBER : token.text();
  }

  private Begin begin(Node node) {
    Begin begin = new Begin();
    switch (node) {
      case Node.Glue glue -> begin.none = true;
      case Node.Word word -> {
        begin.first.add(Character.isDigit(word.text().charAt(0)) ? NUMBER : word.text());
        begin.one = true;
      }
      case Node.Of of -> begin.or(byCategory.getOrDefault(of.category(), new Begin()));
      case Node.Either either -> either.choices().forEach(choice -> begin.or(begin(choice)));
      case Node.Row row -> {
        begin.none = true;
        row.parts().forEach(part -> begin.then(begin(part)));
      }
    }
    return begin;
  }
}
