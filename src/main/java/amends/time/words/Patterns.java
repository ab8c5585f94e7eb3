package amends.time.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a pattern: words, {@code <category>}, {@code (one|other)}, {@code [optional]}, and {@code
 * ~} where no blank may stand. A sign of these stands for itself after a backslash.
 */
final class Patterns {
  private static final Pattern PIECE =
      Pattern.compile("\\\\.|<[a-z0-9.]+>|[()\\[\\]|~]|[^\\s()\\[\\]|~<\\\\]+|<");
  private static final Node NOTHING = new Node.Row(List.of());

  private final List<String> pieces;
  private int at;

  private Patterns(List<String> pieces) {
    this.pieces = pieces;
  }

  static Node read(String pattern) {
    Matcher found = PIECE.matcher(pattern);
    Patterns reader = new Patterns(found.results().map(r -> r.group()).toList());
    Node node = reader.either("");
    if (reader.at < reader.pieces.size()) {
      throw new IllegalArgumentException("Too many brackets are closed in “" + pattern + "”");
    }
    return node;
  }

  private Node either(String close) {
    List<Node> choices = new ArrayList<>();
    choices.add(row());
    while (at < pieces.size() && pieces.get(at).equals("|")) {
      at++;
      choices.add(row());
    }
    if (!close.isEmpty()) {
      if (at >= pieces.size() || !pieces.get(at).equals(close)) {
        throw new IllegalArgumentException("A bracket is not closed in “" + pieces + "”");
      }
      at++;
    }
    return choices.size() == 1 ? choices.getFirst() : new Node.Either(List.copyOf(choices));
  }

  private Node row() {
    List<Node> parts = new ArrayList<>();
    while (at < pieces.size() && !")|]".contains(pieces.get(at))) {
      String piece = pieces.get(at++);
      switch (piece) {
        case "(" -> parts.add(either(")"));
        case "[" -> parts.add(new Node.Either(List.of(either("]"), NOTHING)));
        case "~" -> parts.add(new Node.Glue());
        default -> word(piece, parts);
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Node.Row(List.copyOf(parts));
  }

  private static void word(String piece, List<Node> parts) {
    if (piece.startsWith("\\")) {
      parts.add(new Node.Word(piece.substring(1)));
    } else if (piece.length() > 2 && piece.startsWith("<")) {
      parts.add(new Node.Of(piece.substring(1, piece.length() - 1)));
    } else {
      Token.of(piece).forEach(token -> parts.add(new Node.Word(token.text())));
    }
  }
}
