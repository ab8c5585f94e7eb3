package amends.remedies.pay;

import amends.messages.HttpAnswers;
import amends.shared.net.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call for money, and what its end means: whatever is not certain is {@link Said.Unsure}. */
record Replies(Wire wire, JsonMapper json) {
  private static final int LONGEST_ID = 200;
  private static final Duration A_YEAR = Duration.ofDays(366);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /**
   * @param read what an answer means that is not plain from its status
   */
  Said call(Wire.Request request, Function<Wire.Answer, Said> read) {
    try {
      Wire.Answer came = wire.call(request);
      Said usual = usual(came);
      return usual == null ? read.apply(came) : usual;
    } catch (Wire.Unanswered e) {
      return new Said.Unsure(HttpAnswers.words(e));
    } catch (IOException e) {
      return new Said.NotNow(HttpAnswers.words(e));
    }
  }

  private static @Nullable Said usual(Wire.Answer answer) {
    int status = answer.status();
    if (status == 429) {
      return new Said.NotNow("it asked us to wait (429)", pause(answer));
    }
    if (status == 401 || status == 403) {
      return new Said.NotNow("it does not know us, or not with this secret (" + status + ")");
    }
    if (status >= 300 && status < 400) {
      return new Said.NotNow("it pointed elsewhere (" + status + "); that is not followed");
    }
    // Somebody before it may say so too, after it was done: nothing above 499 is certain.
    return status >= 500 ? new Said.Unsure("it broke down over this (" + status + ")") : null;
  }

  private static @Nullable Duration pause(Wire.Answer answer) {
    String said = answer.headers().getOrDefault("retry-after", "").strip();
    if (!said.matches("\\d{1,9}")) {
      return null;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(said));
    return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
  }

  /** An empty object when it is not JSON, or broke off. */
  JsonNode tree(String body) {
    try {
      JsonNode tree = json.readTree(body);
      return tree != null && tree.isObject() ? tree : json.createObjectNode();
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  /** A number of theirs; empty for what no number looks like, which could not be kept either. */
  static String id(JsonNode theirs) {
    String id = theirs.asString("");
    boolean fit = id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl);
    return fit ? id : "";
  }

  /** A moment that they tell; another one where theirs lies where no payment of ours can. */
  static Instant moment(Instant told, Instant otherwise) {
    boolean likely = told.isAfter(Instant.EPOCH) && told.isBefore(otherwise.plus(A_YEAR));
    return likely ? told : otherwise;
  }

  /** A code of theirs, fit to be kept: short, and no sentence. */
  static String code(String theirs) {
    String plain = theirs.replaceAll("[^A-Za-z0-9_.-]", "");
    return plain.isEmpty() ? "refused" : plain.substring(0, Math.min(60, plain.length()));
  }
}
