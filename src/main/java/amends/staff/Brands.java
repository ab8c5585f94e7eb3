package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.time.Calendars;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names that customers know us by, as an administrator keeps them. Mail to a help address finds
 * its brand from the moment on at which it stands here. Asks for no permission: callers do.
 */
@Component
public final class Brands {
  private final JdbcClient sql;
  private final Acts acts;
  private final Journal journal;
  private final Staff staff;
  private final Calendars calendars;

  Brands(JdbcClient sql, Acts acts, Journal journal, Staff staff, Calendars calendars) {
    this.sql = sql;
    this.acts = acts;
    this.journal = journal;
    this.staff = staff;
    this.calendars = calendars;
  }

  /**
   * Adds a brand.
   *
   * @param calendar the working calendar in which its people answer
   * @throws Refusal when its address is another brand's, or there is no such calendar
   */
  public Brand add(NewBrand brand, String calendar, Actor by) {
    return acts.call(() -> {
      Brand added = staff.addBrand(brand, by);
      keepCalendar(added.id(), calendar);
      return staff.brand(added.id());
    });
  }

  /**
   * Changes a brand. What customers wrote to an earlier help address no longer finds it by that
   * address; answers on its cases still do, because they are routed by case.
   */
  public void change(long id, NewBrand anew, String calendar, Actor by) {
    acts.run(() -> {
      staff.brand(id);
      boolean taken =
          staff.brands().stream()
              .filter(other -> other.id() != id)
              .anyMatch(other -> other.senderAddress().equalsIgnoreCase(anew.senderAddress()));
      if (taken) {
        throw new Refusal("sender_address", "staff.refused.sender_taken");
      }
      sql.sql(
              """
              update brand set name = :name, sender_address = :sender, locale = :locale,
                zone = :zone where id = :id
              """)
          .param("name", anew.name())
          .param("sender", anew.senderAddress())
          .param("locale", anew.locale().toLanguageTag())
          .param("zone", anew.zone().getId())
          .param("id", id)
          .update();
      keepCalendar(id, calendar);
      journal.record("staff.brand_changed", Subject.of("brand", id), by, Map.of());
    });
  }

  /** The calendars to choose from. */
  public List<String> calendars() {
    return calendars.names();
  }

  private void keepCalendar(long id, String calendar) {
    if (!calendars().contains(calendar)) {
      throw new Refusal("calendar", "staff.refused.calendar");
    }
    sql.sql("update brand set calendar = :calendar where id = :id")
        .param("calendar", calendar)
        .param("id", id)
        .update();
  }
}
