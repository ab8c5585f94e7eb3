package amends.cases.web;

import amends.remedies.fulfilment.Stop;
import amends.remedies.fulfilment.Stops;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was stopped in a case and waits for the customer or for somebody who decides. */
@Component
final class StopLines {
  private final Stops stops;

  StopLines(Stops stops) {
    this.stops = stops;
  }

  /** By the number of the grant. */
  Map<Long, Stop> open(Subject about) {
    return stops.about(about).stream()
        .filter(Stop::isOpen)
        .collect(Collectors.toMap(Stop::grantId, Function.identity()));
  }

  static String line(Voice t, Stop stop) {
    String key = "cases.remedies.line." + (stop.isReclaim() ? "reclaim" : "stop");
    return t.say(
        stop.answeredAt() == null ? key : key + ".answered",
        t.say("remedies.stop.reason." + stop.reason().code()),
        t.moment(stop.answerUntil()));
  }
}
