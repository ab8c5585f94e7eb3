package amends.time.words;

import java.util.List;

/** A part of a rule's pattern. */
sealed interface Node {
  /** One word or sign as it stands. */
  record Word(String text) implements Node {}

  /** Something of a category: {@code <weekday>}. */
  record Of(String category) implements Node {}

  /** What follows stands without a blank: {@code ~}. */
  record Glue() implements Node {}

  record Row(List<Node> parts) implements Node {}

  record Either(List<Node> choices) implements Node {}
}
