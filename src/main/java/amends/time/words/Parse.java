package amends.time.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One text, read by a grammar from the top down; what has been read at a place is remembered. A
 * number counts as {@code <digits>}.
 */
final class Parse {
  /** No honest phrase is longer; a hostile text must not cost more. */
  private static final int LONGEST = 24;

  private final Grammar grammar;
  private final Senses senses;
  private final List<Token> tokens;
  private final Map<Place, List<Hit>> known = new HashMap<>();

  Parse(Grammar grammar, Senses senses, List<Token> tokens) {
    this.grammar = grammar;
    this.senses = senses;
    this.tokens = tokens;
  }

  /** What was read, up to the token before this one. */
  record Hit(int end, Value value) {}

  private record Place(String category, int at) {}

  /** A way through a pattern. */
  private record Way(int at, List<Value> values, boolean glue) {}

  List<Hit> at(String category, int at) {
    if (!grammar.starts().may(category, tokens, at)) {
      return List.of();
    }
    Place place = new Place(category, at);
    List<Hit> before = known.get(place);
    if (before != null) {
      return before;
    }
    List<Hit> hits = new ArrayList<>();
    if (category.equals("digits")) {
      digits(at, hits);
    } else {
      for (Grammar.Rule rule : grammar.rules(category)) {
        if (grammar.starts().may(rule, tokens, at)) {
          read(rule, at, hits);
        }
      }
    }
    known.put(place, hits);
    return hits;
  }

  private void digits(int at, List<Hit> hits) {
    if (at < tokens.size() && tokens.get(at).isNumber() && tokens.get(at).text().length() <= 6) {
      String text = tokens.get(at).text();
      hits.add(new Hit(at + 1, new Value.Number(Integer.parseInt(text), text.length())));
    }
  }

  private void read(Grammar.Rule rule, int at, List<Hit> hits) {
    for (Way way : ways(rule.pattern(), new Way(at, List.of(), false))) {
      if (way.at() == at || way.at() - at > LONGEST) {
        continue;
      }
      Optional<Value> value = senses.of(rule, way.values());
      if (value.isPresent() && hits.stream().noneMatch(h -> same(h, way.at(), value.get()))) {
        hits.add(new Hit(way.at(), value.get()));
      }
    }
  }

  private static boolean same(Hit hit, int end, Value value) {
    return hit.end() == end && hit.value().equals(value);
  }

  private List<Way> ways(Node node, Way from) {
    return switch (node) {
      case Node.Glue glue -> List.of(new Way(from.at(), from.values(), true));
      case Node.Word word -> word(word, from);
      case Node.Of of -> of(of, from);
      case Node.Either either ->
          either.choices().stream().flatMap(choice -> ways(choice, from).stream()).toList();
      case Node.Row row -> row(row, from);
    };
  }

  private List<Way> row(Node.Row row, Way from) {
    List<Way> ways = List.of(from);
    for (Node part : row.parts()) {
      ways = ways.stream().flatMap(way -> ways(part, way).stream()).toList();
      if (ways.isEmpty()) {
        return ways;
      }
    }
    return ways;
  }

  private boolean open(Way from) {
    return from.at() < tokens.size() && (!from.glue() || tokens.get(from.at()).glued());
  }

  private List<Way> word(Node.Word word, Way from) {
    return open(from) && tokens.get(from.at()).text().equals(word.text())
        ? List.of(new Way(from.at() + 1, from.values(), false))
        : List.of();
  }

  private List<Way> of(Node.Of of, Way from) {
    if (!open(from)) {
      return List.of();
    }
    List<Way> ways = new ArrayList<>();
    for (Hit hit : at(of.category(), from.at())) {
      List<Value> values = new ArrayList<>(from.values());
      values.add(hit.value());
      ways.add(new Way(hit.end(), List.copyOf(values), false));
    }
    return ways;
  }
}
