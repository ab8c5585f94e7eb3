package amends.messages.broadcast;

import amends.customers.Purpose;
import amends.messages.Holding;
import amends.messages.ManyErrands;
import amends.messages.Medium;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.messages.Places;
import amends.messages.WordGates;
import amends.messages.broadcast.Broadcast.Words;
import amends.shared.Refusal;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What stands before a broadcast leaves: its words, its number, its gates, its undo time. */
@Component
final class Starting {
  /**
   * In which everything can still be taken back. A warning of a danger waits no longer than a
   * reply.
   */
  static final Duration UNDO = Duration.ofMinutes(2);

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_BODY = 20_000;

  private final BroadcastRows rows;
  private final Lists lists;
  private final People people;
  private final Broadcasts.Setting setting;
  private final House house;

  Starting(
      BroadcastRows rows, Lists lists, People people, Broadcasts.Setting setting, House house) {
    this.rows = rows;
    this.lists = lists;
    this.people = people;
    this.setting = setting;
    this.house = house;
  }

  /** What the house says to it. */
  @Component
  record House(
      WordGates gates,
      Holding holding,
      Permits permits,
      Promising promising,
      ManyErrands errands) {}

  List<String> reasons(String refusal) {
    return house.gates().reasons(refusal);
  }

  /** The places that its words may have. */
  Places places(long id) {
    List<String> known = new java.util.ArrayList<>(List.of(Places.FIRST_NAME, Places.NAME));
    known.addAll(people.ownNames(id));
    return new Places(known);
  }

  void check(long id, Words words) {
    if (words.subject().isBlank()
        || words.subject().length() > LONGEST_SUBJECT
        || words.subject().chars().anyMatch(Character::isISOControl)) {
      throw new Refusal("subject", "messages.broadcast.refusal.subject", LONGEST_SUBJECT);
    }
    if (words.body().isBlank() || words.body().length() > LONGEST_BODY) {
      throw new Refusal("body", "messages.broadcast.refusal.body", LONGEST_BODY);
    }
    Places places = places(id);
    places.check("subject", words.subject());
    places.check("body", words.body());
    house.promising().check(words);
  }

  /**
   * @param overrule a reason for which its words go out although a gate stops them; "" for none
   */
  void start(Broadcast broadcast, String typed, String overrule, Viewer by) {
    Broadcast.Whom list = broadcast.list();
    if (list == null || list.frozenAt() == null) {
      throw new Refusal("count", "messages.broadcast.refusal.no-list");
    }
    check(broadcast.id(), broadcast.words());
    correctFirst(broadcast);
    Broadcast.Whom now = Objects.requireNonNull(rows.get(broadcast.id()).list());
    if (now.reachable() == 0) {
      throw new Refusal("count", "messages.broadcast.refusal.nobody");
    }
    if (now.people() > Broadcasts.MOST
        && broadcast.words().purpose() != Purpose.SAFETY
        && !house
            .permits()
            .may(by, Permission.BROADCAST_WIDELY, Broadcasts.scope(broadcast.words().brandId()))) {
      throw new Refusal("count", "messages.broadcast.refusal.too-many", Broadcasts.MOST);
    }
    if (!typed.replaceAll("[\\s.,'’\\u00a0\\u202f]", "").equals(String.valueOf(now.reachable()))) {
      throw new Refusal("count", "messages.broadcast.refusal.count", now.reachable());
    }
    lacksNothing(broadcast);
    printable(broadcast.words());
    house.gates().note(broadcast.subject(), overrule, by.actor());
    gates(broadcast, by);
    Instant at = setting.now();
    Instant leaves = at.plus(undo(broadcast.words().purpose()));
    house.promising().answered(broadcast, leaves);
    rows.start(broadcast.id(), by.actor(), at, leaves, house.promising().whole(broadcast.words()));
    setting.line().lay(broadcast.id(), "expand", at);
    setting.line().lay(broadcast.id(), "sweep", leaves);
  }

  /** The rest of what it corrects is stopped in this very act, and whoever got that is left out. */
  private void correctFirst(Broadcast broadcast) {
    Long corrects = broadcast.correctsId();
    if (corrects == null) {
      return;
    }
    Broadcast.Going first = rows.lock(corrects).going();
    if (first != null) {
      rows.supersede(corrects, setting.now());
      setting.line().lay(corrects, "sweep", setting.now());
      lists.trim(broadcast.id(), first.messageId());
    }
  }

  private void lacksNothing(Broadcast broadcast) {
    Set<String> own = new TreeSet<>(Places.in(broadcast.words().subject()));
    own.addAll(Places.in(broadcast.words().body()));
    own.removeAll(Set.of(Places.NAME, Places.FIRST_NAME));
    int lacking = own.isEmpty() ? 0 : people.lacking(broadcast.id(), own);
    if (lacking > 0) {
      throw new Refusal("body", "messages.broadcast.refusal.lacking", lacking);
    }
  }

  Duration undo(Purpose purpose) {
    Duration usual = house.holding().time();
    return purpose == Purpose.SAFETY || usual.compareTo(UNDO) > 0 ? usual : UNDO;
  }

  /**
   * @throws Refusal what a gate says of the words
   */
  void gates(Broadcast broadcast, Viewer by) {
    Words words = broadcast.words();
    After.Given given = words.after().given();
    Outgoing draft =
        new Outgoing(
            broadcast.subject(),
            0,
            "",
            words.subject(),
            words.body(),
            Outgoing.Kind.BROADCAST,
            by.actor(),
            words.brandId(),
            null,
            given == null ? new Next.NothingMore() : new Next.By(given.words(), given.dueAt(), 0),
            medium(words.ways()),
            words.purpose(),
            true,
            null);
    house.gates().pass(draft);
  }

  private static Medium medium(Broadcast.Ways ways) {
    return switch (ways) {
      case SMS -> Medium.SMS;
      case LETTER -> Medium.LETTER;
      case PHONE -> Medium.PHONE;
      case EMAIL, PREFERRED, ANY -> Medium.EMAIL;
    };
  }

  /** Letters that our face lacks are found before the first is printed. */
  private void printable(Words words) {
    if (!words.ways().channels().contains("letter")) {
      return;
    }
    String lacking = house.errands().lacking(Medium.LETTER, words.subject() + " " + words.body());
    if (!lacking.isEmpty()) {
      throw new Refusal("body", "messages.broadcast.refusal.unprintable", lacking);
    }
  }
}
