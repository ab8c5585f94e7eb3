package amends.messages.broadcast;

import amends.customers.Purpose;
import amends.journal.Journal;
import amends.messages.broadcast.Broadcast.Going;
import amends.messages.broadcast.Broadcast.Words;
import amends.shared.Acts;
import amends.shared.Newest;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to many at once. Whoever may do so for a brand sees what was written for it. */
@Component
public final class Broadcasts {
  /** Beyond so many people it takes somebody who may write widely. */
  public static final int MOST = 1_000;

  private final BroadcastRows rows;
  private final Listing listing;
  private final Setting setting;
  private final Starting starting;
  private final Permits permits;

  Broadcasts(
      BroadcastRows rows, Listing listing, Setting setting, Starting starting, Permits permits) {
    this.rows = rows;
    this.listing = listing;
    this.setting = setting;
    this.starting = starting;
    this.permits = permits;
  }

  /** Where and when an act takes place, and what it leaves behind. */
  @Component
  record Setting(Acts acts, InstantSource clock, Journal journal, BroadcastJobs.Line line) {
    Instant now() {
      return clock.instant();
    }
  }

  public boolean mayFor(long brand, Viewer viewer) {
    return permits.may(viewer, Permission.BROADCAST, scope(brand));
  }

  /**
   * @throws amends.staff.Forbidden when there is no brand for which the viewer may
   */
  public void enter(Viewer viewer) {
    permits.requireInABrand(viewer, Permission.BROADCAST);
  }

  static Scope scope(long brand) {
    return Scope.of(null, null, brand);
  }

  /**
   * Writes the words down; nothing is sent.
   *
   * @throws Refusal when they lack something, or name a place that nothing fills
   */
  public long write(Words words, Viewer by) {
    require(words.brandId(), by);
    return setting
        .acts()
        .call(() -> {
          starting.check(0, words);
          long id = rows.insert(words, null, by.actor(), setting.now());
          tell("broadcast.written", id, by, Map.of());
          return id;
        });
  }

  /** Writes them anew, as long as it was not started. */
  public void rewrite(long id, Words words, Viewer by) {
    require(words.brandId(), by);
    setting
        .acts()
        .run(() -> {
          Broadcast broadcast = unstarted(id, by);
          starting.check(id, words);
          rows.write(id, words);
          if (broadcast.list() != null && broadcast.words().ways() != words.ways()) {
            listing.again(id);
            setting.line().lay(id, "list", setting.now());
          }
          tell("broadcast.rewritten", id, by, Map.of());
        });
  }

  /** The audiences there are. */
  public List<Audience> audiences() {
    return listing.all();
  }

  /**
   * Says to whom; the list is made in the background and changes no more.
   *
   * @param without whoever is on that one's list is left out; null for nobody
   * @throws Refusal of a field of the audience
   */
  public void whom(
      long id, String audience, Map<String, String> asks, @Nullable Long without, Viewer by) {
    setting
        .acts()
        .run(() -> {
          unstarted(id, by);
          if (without != null) {
            see(without, by);
          }
          listing.ask(id, audience, asks, without, by);
          setting.line().lay(id, "list", setting.now());
          tell("broadcast.list_asked", id, by, Map.of("audience", audience));
        });
  }

  /**
   * Somebody who is named.
   *
   * @param given our number, their own number, or an e-mail address
   * @param own what the words name of them only
   */
  public record Name(String given, Map<String, String> own) {}

  /** Names them one by one. */
  public void whom(long id, List<Name> people, @Nullable Long without, Viewer by) {
    setting
        .acts()
        .run(() -> {
          unstarted(id, by);
          if (without != null) {
            see(without, by);
          }
          listing.name(id, people, without, by);
          setting.line().lay(id, "list", setting.now());
          tell("broadcast.list_asked", id, by, Map.of("audience", Named.CODE));
        });
  }

  private Broadcast unstarted(long id, Viewer by) {
    Broadcast broadcast = rows.lock(id);
    require(broadcast, by);
    if (broadcast.started()) {
      throw new Refusal("", "messages.broadcast.refusal.started");
    }
    return broadcast;
  }

  /**
   * Starts it. The first leaves after the time in which it can be taken back.
   *
   * @param typed the number of people, as whoever starts it has typed it
   * @throws Refusal when the number is another, there is no list, the words do not pass, or it is
   *     more than the viewer may write to
   */
  public void start(long id, String typed, Viewer by) {
    start(id, typed, "", by);
  }

  /**
   * The same with words that a gate would stop.
   *
   * @param overrule a reason of {@link #reasons}, kept with the name and counted; "" for none
   */
  public void start(long id, String typed, String overrule, Viewer by) {
    setting
        .acts()
        .run(() -> {
          Broadcast broadcast = unstarted(id, by);
          starting.start(broadcast, typed, overrule, by);
          tell(
              "broadcast.started",
              id,
              by,
              Map.of(
                  "people", Objects.requireNonNull(broadcast.list()).people(),
                  "purpose", broadcast.words().purpose().code()));
        });
  }

  /** The reasons with which it starts although this was said of it; none where it cannot. */
  public List<String> reasons(Refusal refusal) {
    return starting.reasons(refusal.key());
  }

  /** Nothing more leaves until it is resumed. */
  public void pause(long id, Viewer by) {
    move(
        id,
        by,
        "broadcast.paused",
        going -> {
          if (going.pausedAt() == null) {
            rows.pause(id, setting.now());
          }
        });
  }

  public void resume(long id, Viewer by) {
    move(id, by, "broadcast.resumed", going -> rows.resume(id));
  }

  /** Nothing more leaves, for good. */
  public void cancel(long id, Viewer by) {
    move(
        id,
        by,
        "broadcast.cancelled",
        going -> {
          rows.cancel(id, setting.now());
          setting.line().lay(id, "sweep", setting.now());
        });
  }

  /**
   * Begins a correction: this one rests, and whoever has not got it yet is to get the new words
   * instead. Begun twice, it is the same one: two would both reach whoever is left.
   *
   * @return the id of the correction
   */
  public long correct(long id, Viewer by) {
    return setting
        .acts()
        .call(() -> {
          pause(id, by);
          Optional<Long> begun = rows.correction(id);
          if (begun.isPresent()) {
            return begun.get();
          }
          Broadcast broadcast = rows.get(id);
          long made = rows.insert(broadcast.words(), id, by.actor(), setting.now());
          listing.ask(made, Rest.CODE, Map.of("of", String.valueOf(id)), null, by);
          setting.line().lay(made, "list", setting.now());
          tell("broadcast.correction_written", made, by, Map.of("of", id));
          return made;
        });
  }

  private interface Step {
    void take(Going going);
  }

  private void move(long id, Viewer by, String kind, Step step) {
    setting
        .acts()
        .run(() -> {
          Broadcast broadcast = rows.lock(id);
          require(broadcast, by);
          Going going = broadcast.going();
          if (going == null || going.stopped() || going.endedAt() != null) {
            throw new Refusal("", "messages.broadcast.refusal.not-going");
          }
          step.take(going);
          tell(kind, id, by, Map.of());
        });
  }

  /** What it is for. */
  public Purpose purpose(long id) {
    return rows.get(id).words().purpose();
  }

  /**
   * @throws NotFound unless the viewer may write to many for its brand
   */
  public Broadcast see(long id, Viewer viewer) {
    Broadcast broadcast = rows.get(id);
    require(broadcast, viewer);
    return broadcast;
  }

  /**
   * The newest first, of the brands for which the viewer may write; fewer than {@code most} only
   * when there are no more.
   */
  public List<Broadcast> list(@Nullable Long before, int most, Viewer viewer) {
    return Newest.of(
        before, most, rows::newest, b -> mayFor(b.words().brandId(), viewer), Broadcast::id);
  }

  private void require(Broadcast broadcast, Viewer viewer) {
    if (!mayFor(broadcast.words().brandId(), viewer)) {
      throw new NotFound(broadcast.subject());
    }
  }

  private void require(long brand, Viewer viewer) {
    permits.require(viewer, Permission.BROADCAST, scope(brand), Subject.of("brand", brand));
  }

  /** Whether so many are more than the viewer may write to. */
  public boolean tooMany(Broadcast broadcast, Viewer viewer) {
    return broadcast.list() != null
        && broadcast.list().people() > MOST
        && broadcast.words().purpose() != Purpose.SAFETY
        && !permits.may(viewer, Permission.BROADCAST_WIDELY, scope(broadcast.words().brandId()));
  }

  private void tell(String kind, long id, Viewer by, Map<String, ?> payload) {
    setting.journal().record(kind, Subject.of("broadcast", id), by.actor(), payload);
  }
}
