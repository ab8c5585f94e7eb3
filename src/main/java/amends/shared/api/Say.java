package amends.shared.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a field of the API is, and how much of it may be sent. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Say {
  int NO_LIMIT = -1;

  /** What it is, in words. */
  String value();

  /** An example, written as JSON writes it; text without its quotation marks. */
  String example() default "";

  /** The longest text, or the most entries of a list. */
  int most() default NO_LIMIT;

  /** The shortest text, the fewest entries, or the smallest number. */
  int least() default NO_LIMIT;

  /** The words that may stand there; none for any. */
  String[] oneOf() default {};

  /** What a refusal calls this field, where a form calls it otherwise. */
  String[] refusedAs() default {};
}
