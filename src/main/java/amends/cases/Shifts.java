package amends.cases;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Absences;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.time.Alarms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The end of a shift: everything that falls due before somebody is back goes to a person or a team
 * in one act. It belongs to the team of each case until it is accepted, so that nothing is lost
 * when it is not; then the lead hears.
 */
@Component
public final class Shifts {
  /** How long the receiver has, at most; at least {@link #LEAST}. */
  static final Duration MOST = Duration.ofMinutes(60);

  static final Duration LEAST = Duration.ofMinutes(10);
  static final String BELL = "shift.unaccepted";

  private final ShiftRows rows;
  private final Access access;
  private final Handovers handovers;
  private final Colleagues colleagues;
  private final ShiftNotices notices;

  Shifts(
      ShiftRows rows,
      Access access,
      Handovers handovers,
      Colleagues colleagues,
      ShiftNotices notices) {
    this.rows = rows;
    this.access = access;
    this.handovers = handovers;
    this.colleagues = colleagues;
    this.notices = notices;
  }

  /** What the viewer owns that falls due before that moment; nothing that is restricted. */
  public List<Case> due(Viewer viewer, Instant backAt) {
    return rows.due(viewer.id(), backAt);
  }

  /** When the viewer is back, as it is written down; the moment itself when it is not. */
  public Instant backAt(Viewer viewer, Instant moment) {
    return colleagues.absences().backAt(viewer.id(), moment);
  }

  /**
   * Hands over what was chosen.
   *
   * @throws Refusal when nothing was chosen, something is not the viewer's, or the receiver is away
   *     or oneself
   */
  public long hand(Shift.Handing how, Viewer by) {
    if (how.cases().isEmpty()) {
      throw new Refusal("cases", "cases.shift.refuse.nothing");
    }
    return access.acts().call(() -> handed(how, by));
  }

  private long handed(Shift.Handing how, Viewer by) {
    Instant now = access.now();
    Long person = person(how.owner(), by, now);
    Instant firstDue = how.backAt();
    Map<Long, Case> mine = new TreeMap<>();
    for (long id : how.cases().keySet().stream().sorted().toList()) {
      Case matter = access.rows().lock(id);
      if (matter.closed() || !Long.valueOf(by.id()).equals(matter.ownerId())) {
        throw new Refusal("cases", "cases.shift.refuse.not-yours", String.valueOf(id));
      }
      if (matter.restricted()) {
        throw new Refusal("cases", "cases.shift.refuse.restricted", String.valueOf(id));
      }
      Instant due = matter.nextDueAt();
      firstDue = due != null && due.isBefore(firstDue) ? due : firstDue;
      mine.put(id, matter);
    }
    long team = person == null ? team(how.owner()) : mine.values().iterator().next().teamId();
    Instant acceptBy = acceptBy(now, firstDue);
    long id = rows.add(how, by.id(), person, team, now, acceptBy);
    mine.forEach((number, matter) -> {
      String word = how.cases().getOrDefault(number, "");
      handovers.offer(matter, person, person == null ? team : matter.teamId(), said(how, word), by);
      rows.addCase(id, number, word);
    });
    colleagues.alarms().set(BELL, subject(id), acceptBy);
    access
        .journal()
        .record("shift.handed_over", subject(id), by.actor(), Map.of("cases", mine.size()));
    notices.offered(id, List.copyOf(mine.keySet()), acceptBy, person, team);
    return id;
  }

  private static String said(Shift.Handing how, String word) {
    return word.isBlank() ? how.words() : word;
  }

  /** Well before the first moment is due, where there is time. */
  private static Instant acceptBy(Instant now, Instant firstDue) {
    Instant latest = now.plus(MOST);
    Instant early = firstDue.minus(LEAST);
    Instant by = early.isBefore(latest) ? early : latest;
    return by.isBefore(now.plus(LEAST)) ? now.plus(LEAST) : by;
  }

  private @Nullable Long person(String owner, Viewer by, Instant now) {
    if (!owner.startsWith("person:")) {
      return null;
    }
    long id = number(owner);
    Person person =
        colleagues
            .staff()
            .find(id)
            .filter(Person::active)
            .orElseThrow(() -> new Refusal("owner", "cases.refusal.owner-gone"));
    if (id == by.id()) {
      throw new Refusal("owner", "cases.shift.refuse.yourself");
    }
    if (colleagues.absences().isAbsent(id, now)) {
      throw new Refusal(
          "owner", "cases.shift.refuse.away", person.name(), colleagues.absences().backAt(id, now));
    }
    return id;
  }

  private long team(String owner) {
    if (!owner.startsWith("team:")) {
      throw new Refusal("owner", "cases.refusal.owner");
    }
    long id = number(owner);
    if (!colleagues.staff().teamIsStaffed(id)) {
      throw new Refusal("owner", "cases.refusal.team-empty", colleagues.staff().team(id).name());
    }
    return id;
  }

  private static long number(String owner) {
    String digits = owner.substring(owner.indexOf(':') + 1);
    if (!digits.matches("\\d{1,18}")) {
      throw new Refusal("owner", "cases.refusal.owner");
    }
    return Long.parseLong(digits);
  }

  /** How many wait for the viewer to accept them. */
  public int offered(Viewer viewer) {
    return rows.offered(viewer);
  }

  /** What waits for the viewer to accept it, with the cases that the viewer may see. */
  public List<Shift> offers(Viewer viewer) {
    return rows.offers(viewer);
  }

  /**
   * The cases of an offer as they stand now, in their order; those taken by others are left out.
   */
  public List<Case> cases(Shift offer) {
    List<Long> ids = offer.cases().stream().map(Shift.Handed::caseId).toList();
    Map<Long, Case> found = new TreeMap<>();
    access.rows().all(ids).forEach(c -> found.put(c.id(), c));
    return ids.stream().map(found::get).filter(Shifts::waits).toList();
  }

  private static boolean waits(@Nullable Case matter) {
    return matter != null && !matter.closed() && !matter.restricted() && matter.ownerId() == null;
  }

  /**
   * Makes what was handed over the viewer's, as far as nobody has taken it meanwhile.
   *
   * @return how many became the viewer's
   * @throws NotFound when nothing of that number waits for the viewer
   */
  public int accept(long id, Viewer by) {
    return access
        .acts()
        .call(() -> {
          Shift offer = rows.offer(id, by).orElseThrow(() -> new NotFound(subject(id)));
          int taken = 0;
          for (long number : offer.cases().stream().map(Shift.Handed::caseId).sorted().toList()) {
            Case matter = access.rows().lock(number);
            if (waits(matter)) {
              handovers.accept(matter, by);
              taken++;
            }
          }
          rows.accept(id, by.id(), access.now());
          colleagues.alarms().silence(BELL, subject(id));
          access.journal().record("shift.accepted", subject(id), by.actor());
          return taken;
        });
  }

  static Subject subject(long id) {
    return Subject.of("shift_handover", id);
  }

  /** Whoever is asked about colleagues, and the clock that remembers. */
  @Component
  record Colleagues(Staff staff, Absences absences, Alarms alarms) {}
}
