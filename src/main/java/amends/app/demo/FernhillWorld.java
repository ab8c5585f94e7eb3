package amends.app.demo;

import amends.app.DemoWorld;
import amends.app.MinuteChecks;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.messages.Catcher;
import amends.messages.email.door.Door;
import amends.shared.Settings;
import amends.staff.DemoSignIns;
import amends.staff.FirstStart;
import amends.staff.Staff;
import amends.time.CalendarPlan;
import amends.time.Calendars;
import amends.time.DaysOff;
import amends.time.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the named world through the doors that real people and real mail come in by, nine days
 * back, and plays it up to this moment. A world that is there already is left alone: its cases have
 * aged as cases do.
 */
final class FernhillWorld implements DemoWorld, DemoSignIns {
  private static final Duration PAST = Duration.ofDays(9);

  private final Rooms rooms;
  private final Desk desk;
  private final Doors doors;
  private final Stagehand hand;
  private final Runnable release;

  /** Where people and things are written down. */
  record Rooms(
      Staff staff, FirstStart door, Customers customers, Goods goods, Calendars calendars) {}

  /** Where mail comes in and what has gone out. */
  record Doors(Door door, Catcher catcher, Settings settings, MinuteChecks checks) {}

  /**
   * @param release lets the clock run
   */
  FernhillWorld(Rooms rooms, Desk desk, Doors doors, Stagehand hand, Runnable release) {
    this.rooms = rooms;
    this.desk = desk;
    this.doors = doors;
    this.hand = hand;
    this.release = release;
  }

  @Override
  public void make() {
    if (Cast.isThere(rooms.staff())) {
      return;
    }
    Instant now = desk.clock().instant();
    try (Post post = new Post(doors.door(), doors.catcher(), desk.clock())) {
      make(now, post);
    } finally {
      release.run();
    }
    doors.checks().perform();
  }

  private void make(Instant now, Post post) {
    Play play = new Play(now);
    Instant start = play.day(1, "08:00").minus(PAST);
    hand.begin(start);
    // Every day alike, so that the world is the same on whichever day one starts it.
    List<Hours> hours = Stream.of(DayOfWeek.values()).map(day -> Hours.of(day, 8, 20)).toList();
    rooms.calendars().keep(Calendars.OFFICE, Play.LONDON, hours, Map.of());
    List<Hours> weekdays = hours.stream().filter(h -> h.day().getValue() < 6).toList();
    DaysOff england = new DaysOff("GB-ENG", Map.of(), Set.of());
    rooms.calendars().keep(new CalendarPlan("Workshop", Play.LONDON, weekdays, england));
    Cast cast = Cast.enter(rooms.staff(), rooms.door());
    Village village = new Village(rooms.customers(), rooms.goods());
    village.enter(now);
    new Cupboard(desk.right().shelf(), cast).fill(now);
    Stage stage = new Stage(play, cast, village, post, desk);
    new BookedMatters(stage).tell();
    new OpenMatters(stage).tell();
    new PressingMatters(stage).tell();
    new WaitingMatters(stage).tell();
    new SettledMatters(stage).tell();
    new ClosedMatters(stage).tell();
    new StrayMail(stage).tell();
    new RemedyMatters(stage).tell();
    play.perform(start, hand);
  }

  @Override
  public List<DemoSignIn> list() {
    return Cast.signIns();
  }

  @Override
  public List<String> greeting() {
    Settings settings = doors.settings();
    List<String> lines = new ArrayList<>();
    lines.add("Sign in as");
    Cast.signIns()
        .forEach(one ->
            lines.add(
                "  %-16s %-14s %-34s %s"
                    .formatted(one.name(), one.role().code(), one.email(), one.password())));
    lines.add("What customers receive is caught at " + settings.baseUrl() + "/catcher");
    page(settings).ifPresent(link -> lines.add("A customer's own page, as from a letter: " + link));
    lines.add("A form to report a problem: " + settings.baseUrl() + "/report");
    lines.add("To write as a customer, in one line:");
    lines.add("  " + mailLine(settings.mail()));
    return lines;
  }

  /** The newest link that a customer has received. */
  private Optional<String> page(Settings settings) {
    Pattern link = Pattern.compile(Pattern.quote(settings.baseUrl() + "/c/") + "[\\w-]{22}");
    return doors.catcher().newest(null, 500).stream()
        .map(caught -> link.matcher(caught.mail().text()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private static String mailLine(Settings.Door door) {
    return ("printf 'From: You <you@example.org>\\r\\nTo: %1$s\\r\\nSubject: My kettle hums\\r\\n\\r\\n"
            + "It hums since this morning. Is that safe?\\r\\n' | curl -s --url smtp://127.0.0.1:%2$d"
            + " --mail-from you@example.org --mail-rcpt %1$s -T -")
        .formatted(Post.HELP, door.port());
  }
}
