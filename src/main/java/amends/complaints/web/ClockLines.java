package amends.complaints.web;

import amends.complaints.Clock;
import amends.complaints.Complaint;
import amends.complaints.Regime;
import amends.complaints.Rules;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import amends.time.Because;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The clocks of a complaint in words: by when, why then, and what became of it. */
@Component
final class ClockLines {
  private static final Duration SOON = Duration.ofDays(5);

  ComplaintView.ClockLine line(Page page, Complaint complaint, Clock clock) {
    Voice t = page.t();
    Regime regime = Rules.regime(clock.regime()).orElseThrow();
    Voice there = t.in(regime.zone());
    String between = new Because(regime.calendar(), there).between(clock.began(), clock.dueAt());
    String counted =
        t.say(
            "complaints.counted",
            t.say("complaints.clock." + clock.rule() + ".length"),
            there.moment(clock.began()),
            there.moment(clock.dueAt()));
    return new ComplaintView.ClockLine(
        t.say("complaints.clock." + clock.rule()),
        t.say("complaints.rules." + clock.regime()),
        dial(page, clock),
        between.isEmpty() ? counted : t.say("time.because", counted, between),
        t.say("complaints.clock.state." + ClockState.of(clock, page.now())));
  }

  amends.shared.page.Clock dial(Page page, Clock clock) {
    Promise promise = clock.promise();
    if (promise != null && !promise.broken() && !promise.owed()) {
      Instant kept = promise.moments().keptAt();
      return kept == null
          ? amends.shared.page.Clock.moved(page.t(), clock.dueAt(), page.now())
          : amends.shared.page.Clock.kept(page.t(), kept, page.now());
    }
    return amends.shared.page.Clock.running(page.t(), clock.dueAt(), page.now(), SOON);
  }
}
