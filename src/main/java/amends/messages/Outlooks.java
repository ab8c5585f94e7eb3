package amends.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What would become of a message, for whoever is writing it. Nothing is written by asking. */
@Component
public final class Outlooks {
  private final List<Outlet> outlets;
  private final Clearing clearing;
  private final Departures departures;

  Outlooks(List<Outlet> outlets, Clearing clearing, Departures departures) {
    this.outlets = List.copyOf(outlets);
    this.clearing = clearing;
    this.departures = departures;
  }

  /**
   * @param from when it leaves; null when it does not
   * @param why the key of a text that says why it waits, does not go, or does not fit; null when it
   *     goes at once
   * @param measure how long it is, where that matters
   */
  public record Outlook(
      @Nullable Instant from, @Nullable String why, Outlet.@Nullable Measure measure) {}

  /** How long words are over a way, whoever gets them. */
  public Optional<Outlet.Measure> measure(Medium medium, String body) {
    return outlets.stream()
        .filter(o -> o.medium() == medium)
        .findFirst()
        .flatMap(o -> o.measure(body));
  }

  public Outlook of(Outgoing draft) {
    Optional<Outlet> outlet =
        outlets.stream().filter(o -> o.medium() == draft.medium()).findFirst();
    Outlet.Measure measure = outlet.flatMap(o -> o.measure(draft)).orElse(null);
    Optional<String> unfit = outlet.flatMap(o -> o.unfit(draft));
    if (unfit.isPresent()) {
      return new Outlook(null, unfit.get(), measure);
    }
    return switch (clearing.of(draft)) {
      case Clearance.Goes(Instant from, String waits) ->
          new Outlook(waits == null ? departures.now() : from, waits, measure);
      case Clearance.Stays(String why) -> new Outlook(null, why, measure);
    };
  }
}
