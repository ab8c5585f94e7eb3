package amends.cases;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.staff.Staff;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nobody has accepted what was handed over: it stays with the team, and the lead hears. */
@Component
final class ShiftBell implements Bell {
  private final ShiftRows rows;
  private final ShiftNotices notices;
  private final Staff staff;
  private final Journal journal;

  ShiftBell(ShiftRows rows, ShiftNotices notices, Staff staff, Journal journal) {
    this.rows = rows;
    this.notices = notices;
    this.staff = staff;
    this.journal = journal;
  }

  @Override
  public String name() {
    return Shifts.BELL;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    for (Shift shift : rows.unaccepted(due.stream().map(r -> r.guards().id()).toList())) {
      rows.lapse(shift.id(), now);
      journal.record(
          "shift.unaccepted",
          Shifts.subject(shift.id()),
          Actor.SYSTEM,
          Map.of("team", shift.toTeam()));
      staff.leadOf(shift.toTeam()).ifPresent(lead -> notices.lapsed(shift, lead.id()));
    }
  }
}
