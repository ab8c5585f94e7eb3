package amends.cases;

import java.time.Instant;
import java.util.Set;

/**
 * A complaint about a colleague, about to be taken down.
 *
 * @param personId the colleague
 * @param handlers who alone knows of it, beside whoever takes it down
 * @param happened what happened, as the customer told it
 * @param answerBy by when the customer is answered, ahead
 */
public record Conduct(long personId, Set<Long> handlers, String happened, Instant answerBy) {
  public Conduct {
    handlers = Set.copyOf(handlers);
  }

  /** The words that go with it: the case's line, what is promised, the look of our own. */
  public record Words(String subject, String promise, String look) {}
}
