package amends.cases.web;

import amends.customers.Customer;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.time.Because;
import amends.time.ByWhen;
import amends.time.Calendars;
import amends.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says how "what happens next, by when" was understood, in the viewer's zone and the customer's.
 */
@Component
final class Reader {
  private final Texts texts;
  private final Calendars calendars;

  Reader(Texts texts, Calendars calendars) {
    this.texts = texts;
    this.calendars = calendars;
  }

  NextRead read(Voice t, Instant now, Customer customer, String by, boolean nothing) {
    if (nothing || by.isBlank()) {
      return new NextRead(t, customer.name(), null, "", null, nothing, "", null);
    }
    try {
      WorkingCalendar office = calendars.office(t.zone());
      Instant at = ByWhen.read("by", by, t, now, office);
      String because = new Because(office, t).between(now, at);
      String span = Clock.span(t, Duration.between(now, at));
      return new NextRead(
          t, customer.name(), t.moment(at), span, theirs(t, customer, at), false, because, null);
    } catch (Refusal unreadable) {
      String error = t.say(unreadable.key(), unreadable.args());
      return new NextRead(t, customer.name(), null, "", null, false, "", error);
    }
  }

  private @Nullable String theirs(Voice t, Customer customer, Instant at) {
    ZoneId zone = customer.zone();
    boolean same = zone.getRules().getOffset(at).equals(t.zone().getRules().getOffset(at));
    return same ? null : texts.voice(t.locale(), zone).moment(at);
  }
}
