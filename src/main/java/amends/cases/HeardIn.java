package amends.cases;

import org.jspecify.annotations.Nullable;

/** Where words of hurt or danger were heard. */
sealed interface HeardIn {
  /** A message that the customer wrote, over whichever channel. */
  record Message(long id) implements HeardIn {}

  /** What a colleague took down of the customer's telling. */
  record Telling(long id) implements HeardIn {}

  /** A call from the customer that a colleague wrote down. */
  record Call(long id) implements HeardIn {}

  /** The words with which a program opened the case. */
  record Opening() implements HeardIn {}

  /** For the journal. */
  default String code() {
    return switch (this) {
      case Message message -> "message";
      case Telling telling -> "telling";
      case Call call -> "call";
      case Opening opening -> "opening";
    };
  }

  default @Nullable Long message() {
    return this instanceof Message message ? message.id() : null;
  }

  default @Nullable Long telling() {
    return this instanceof Telling telling ? telling.id() : null;
  }

  default @Nullable Long call() {
    return this instanceof Call call ? call.id() : null;
  }

  /** True or null, so that the database can count the sources. */
  default @Nullable Boolean opening() {
    return this instanceof Opening ? true : null;
  }
}
