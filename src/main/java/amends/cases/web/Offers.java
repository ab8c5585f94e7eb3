package amends.cases.web;

import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.time.ByWhen;
import amends.time.Calendars;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Moments to choose for "by when", by the office's calendar. */
@Component
final class Offers {
  private final Calendars calendars;

  Offers(Calendars calendars) {
    this.calendars = calendars;
  }

  List<Choice> moments(Voice t, Instant now) {
    return ByWhen.offers(calendars.office(t.zone()), t, now).stream()
        .map(offer -> Choice.of(offer.typed(), t.moment(offer.at())))
        .toList();
  }
}
