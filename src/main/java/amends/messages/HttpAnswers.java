package amends.messages;

import amends.shared.net.Hosts;
import amends.shared.net.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What providers over HTTP have in common: how they say not now, and how they say nothing. */
public final class HttpAnswers {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int LONGEST = 300;

  private HttpAnswers() {}

  /** What a status means whoever says it; null where it depends on the provider. */
  public static @Nullable Answer usual(Wire.Answer answer) {
    int status = answer.status();
    if (status == 429 || status == 503 && answer.headers().containsKey("retry-after")) {
      return new Answer.Busy("it asked us to wait (" + status + ")", pause(answer));
    }
    if (status == 401 || status == 403) {
      return new Answer.Later("it does not know us, or not with this secret (" + status + ")");
    }
    if (status == 503) {
      return new Answer.Later("it is not available (503)");
    }
    if (status >= 500) {
      return new Answer.Unknown("it broke down over this message (" + status + ")");
    }
    if (status >= 300 && status < 400) {
      return new Answer.Later("it pointed elsewhere (" + status + "); that is not followed");
    }
    return null;
  }

  /** In seconds, as the header says; a date is not read. */
  private static Duration pause(Wire.Answer answer) {
    String said = answer.headers().getOrDefault("retry-after", "").strip();
    if (!said.matches("\\d{1,9}")) {
      return USUAL_PAUSE;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(said));
    return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
  }

  /** In words for whoever mends it. */
  public static String words(IOException e) {
    return switch (e) {
      case Wire.Unanswered unanswered when unanswered.getCause() instanceof IOException cause ->
          words(cause);
      case Hosts.Closed closed -> String.valueOf(closed.getMessage());
      case UnknownHostException unknown -> "the host has no address";
      case SocketTimeoutException late -> "it did not answer in time";
      case SSLException unsafe -> "its certificate or its TLS is not valid";
      default -> "the connection failed or ended early";
    };
  }

  /** One line of what it said. */
  public static String line(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
