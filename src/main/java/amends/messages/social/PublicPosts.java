package amends.messages.social;

import amends.customers.Purpose;
import amends.journal.Journal;
import amends.messages.Connection;
import amends.messages.Holding;
import amends.messages.WordGates;
import amends.messages.social.PublicPost.Kind;
import amends.messages.social.PublicPost.Words;
import amends.shared.Acts;
import amends.shared.Newest;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a brand says in public by itself. Whoever may write to many for it writes posts; another one
 * of them lets a post go, or somebody who may write widely.
 */
@Component
public final class PublicPosts {
  /** In which it can be taken back; a warning of a danger waits no longer than a reply. */
  public static final Duration UNDO = Duration.ofMinutes(2);

  private static final int LONGEST_WHY = 500;

  private final PublicPostRows rows;
  private final PublicPostWords words;
  private final Setting setting;
  private final Permits permits;
  private final Around around;

  PublicPosts(
      PublicPostRows rows, PublicPostWords words, Setting setting, Permits permits, Around around) {
    this.rows = rows;
    this.words = words;
    this.setting = setting;
    this.permits = permits;
    this.around = around;
  }

  /** Where and when an act takes place, and what it leaves behind. */
  @Component("publicPostSetting")
  record Setting(Acts acts, InstantSource clock, Journal journal, Holding holding) {
    Instant now() {
      return clock.instant();
    }
  }

  /** Where it is said, and who hears first. */
  @Component("publicPostAround")
  record Around(Networks networks, AffectedFirst affected, WordGates gates) {}

  public boolean mayFor(long brand, Viewer viewer) {
    return permits.may(viewer, Permission.BROADCAST, scope(brand));
  }

  /**
   * @throws amends.staff.Forbidden when there is no brand for which the viewer may
   */
  public void enter(Viewer viewer) {
    permits.requireInABrand(viewer, Permission.BROADCAST);
  }

  private boolean widely(PublicPost post, Viewer viewer) {
    return permits.may(viewer, Permission.BROADCAST_WIDELY, scope(post.words().brandId()));
  }

  private static Scope scope(long brand) {
    return Scope.of(null, null, brand);
  }

  /** The accounts through which a brand speaks in public. */
  public List<Connection> accounts(long brand) {
    return around.networks().of(brand);
  }

  /**
   * Writes the words down; nothing is said.
   *
   * @throws Refusal when they lack something, are too long, or name somebody
   */
  public long write(Words said, Viewer by) {
    require(said.brandId(), by);
    return setting
        .acts()
        .call(() -> {
          words.check(said, by);
          long id = rows.insert(said, by.actor(), setting.now());
          tell("post.written", id, by);
          return id;
        });
  }

  /** Writes them anew, as long as it was not let go. */
  public void rewrite(long id, Words said, Viewer by) {
    require(said.brandId(), by);
    setting
        .acts()
        .run(() -> {
          draft(id, by);
          words.check(said, by);
          rows.write(id, said, by.actor());
          tell("post.rewritten", id, by);
        });
  }

  private PublicPost draft(long id, Viewer by) {
    PublicPost post = mine(rows.lock(id), by);
    if (post.releasedAt() != null) {
      throw new Refusal("", "messages.posts.refusal.released");
    }
    return post;
  }

  /**
   * Whether the viewer may let it go: another one wrote it, or they may write widely. A program
   * never lets go what it wrote.
   */
  public boolean mayRelease(PublicPost post, Viewer viewer) {
    return !post.writtenBy().equals(viewer.actor())
        || !viewer.actor().isToken() && widely(post, viewer);
  }

  /**
   * Lets it go. It leaves after the time in which it can be taken back, and after those affected
   * have heard.
   *
   * @param overrule a reason of {@link #reasons}; "" for none
   * @throws Refusal when the viewer wrote it and may not write widely, or the words do not pass
   */
  public void release(long id, String overrule, Viewer by) {
    setting
        .acts()
        .run(() -> {
          PublicPost post = draft(id, by);
          if (!mayRelease(post, by)) {
            throw new Refusal("", "messages.posts.refusal.own");
          }
          words.check(post.words(), by);
          words.pass(post.subject(), post.words(), post.words().body(), overrule, by);
          Instant now = setting.now();
          rows.release(id, by.actor(), now);
          rows.lay(
              post, Kind.SAY, post.words().body(), by.actor(), now, now.plus(undo(post.words())));
          tell("post.released", id, by);
        });
  }

  /** How long it can be taken back. */
  public Duration undo(Words said) {
    Duration usual = setting.holding().time();
    return words.purpose(said) == Purpose.SAFETY || usual.compareTo(UNDO) > 0 ? usual : UNDO;
  }

  /** The reasons with which it goes although this was said of it; none where it cannot. */
  public List<String> reasons(Refusal refusal) {
    return around.gates().reasons(refusal.key());
  }

  /** Makes it a draft again, before the network has heard of it. */
  public void takeBack(long id, Viewer by) {
    setting
        .acts()
        .run(() -> {
          PublicPost post = mine(rows.lock(id), by);
          boolean back =
              post.toDo()
                  .filter(s -> s.kind() == Kind.SAY)
                  .map(s -> rows.takeBack(s.id(), setting.now()))
                  .orElse(false);
          if (!back) {
            throw new Refusal("", "messages.posts.refusal.gone");
          }
          rows.release(id, null, null);
          tell("post.taken_back", id, by);
        });
  }

  /** Whether those whom it concerns have not all heard yet, so that it waits. */
  public boolean waits(PublicPost post) {
    Long about = post.words().broadcastId();
    return about != null && post.hurriedAt() == null && around.affected().waits(about);
  }

  public boolean mayHurry(PublicPost post, Viewer viewer) {
    return widely(post, viewer);
  }

  /**
   * It waits for those affected no longer.
   *
   * @param why kept with the name
   * @throws Refusal without a reason
   */
  public void hurry(long id, String why, Viewer by) {
    String reason = Plain.line(why, LONGEST_WHY);
    setting
        .acts()
        .run(() -> {
          PublicPost post = mine(rows.lock(id), by);
          permits.require(
              by, Permission.BROADCAST_WIDELY, scope(post.words().brandId()), post.subject());
          if (reason.isEmpty()) {
            throw new Refusal("why", "messages.posts.refusal.why");
          }
          if (!waits(post)) {
            throw new Refusal("", "messages.posts.refusal.not-waiting");
          }
          rows.hurry(id, reason, by.id(), setting.now());
          tell("post.hurried", id, by);
        });
  }

  public boolean mayChange(PublicPost post, Viewer viewer) {
    return widely(post, viewer)
        && around
            .networks()
            .find(post.words().connectionId())
            .map(c -> around.networks().of(c).changes())
            .orElse(false);
  }

  /**
   * Corrects what stands there; the network shows that it was changed.
   *
   * @throws Refusal where the network cannot, or the words do not pass
   */
  public void change(long id, String body, String overrule, Viewer by) {
    step(
        id,
        by,
        post -> {
          permits.require(
              by, Permission.BROADCAST_WIDELY, scope(post.words().brandId()), post.subject());
          words.checkChange(post.words(), body);
          words.pass(post.subject(), post.words(), body, overrule, by);
          Instant now = setting.now();
          rows.lay(post, Kind.CHANGE, body, by.actor(), now, now);
          tell("post.change_asked", id, by);
        });
  }

  /** Takes it down. */
  public void remove(long id, Viewer by) {
    step(
        id,
        by,
        post -> {
          Instant now = setting.now();
          rows.lay(post, Kind.REMOVE, null, by.actor(), now, now);
          tell("post.removal_asked", id, by);
        });
  }

  private interface Then {
    void take(PublicPost post);
  }

  private void step(long id, Viewer by, Then then) {
    setting
        .acts()
        .run(() -> {
          PublicPost post = mine(rows.lock(id), by);
          if (post.state(setting.now()) != PublicPost.State.SAID || post.toDo().isPresent()) {
            throw new Refusal("", "messages.posts.refusal.not-there");
          }
          then.take(post);
        });
  }

  /**
   * @throws NotFound unless the viewer may write to many for its brand
   */
  public PublicPost see(long id, Viewer viewer) {
    return mine(rows.get(id), viewer);
  }

  private PublicPost mine(PublicPost post, Viewer viewer) {
    if (!mayFor(post.words().brandId(), viewer)) {
      throw new NotFound(post.subject());
    }
    return post;
  }

  /** Where everybody reads it; empty where that is not known. */
  public String link(PublicPost post) {
    return around
        .networks()
        .find(post.words().connectionId())
        .map(c -> around.networks().of(c).link(post.reference()))
        .orElse("");
  }

  /** The newest first, of the brands for which the viewer may write. */
  public List<PublicPost> list(@Nullable Long before, int most, Viewer viewer) {
    return Newest.of(
        before, most, rows::newest, p -> mayFor(p.words().brandId(), viewer), PublicPost::id);
  }

  private void require(long brand, Viewer viewer) {
    permits.require(viewer, Permission.BROADCAST, scope(brand), Subject.of("brand", brand));
  }

  private void tell(String kind, long id, Viewer by) {
    setting.journal().record(kind, Subject.of("public_post", id), by.actor(), Map.of());
  }
}
