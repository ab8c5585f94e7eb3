package amends.cases;

import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a promise is to be moved.
 *
 * @param toldIn the call in which the customer was told; null: they are written to now
 * @param why as the customer reads it; needed only for the message
 * @param instead what we offer instead; may be empty
 * @param way the code of the medium that they are written to by; empty for the first that reaches
 *     them in time
 * @param others moments to choose from on their page, if the new one does not suit them
 */
public record Moving(
    Instant dueAt,
    @Nullable Subject toldIn,
    String why,
    String instead,
    String way,
    List<Instant> others) {
  public Moving {
    others = List.copyOf(others);
  }

  /** Without a choice. */
  public Moving(Instant dueAt, @Nullable Subject toldIn, String why, String instead) {
    this(dueAt, toldIn, why, instead, "", List.of());
  }
}
