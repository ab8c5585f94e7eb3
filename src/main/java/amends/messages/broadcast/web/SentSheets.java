package amends.messages.broadcast.web;

import amends.messages.broadcast.After;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Following;
import amends.messages.broadcast.Reach;
import amends.messages.broadcast.Recipient;
import amends.messages.broadcast.WordGiven;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Broadcasts that were started: how far they are, what was promised, and who gets them. */
@Component
final class SentSheets {
  private static final int AT_ONCE = 50;

  private final Following following;
  private final Heads heads;

  SentSheets(Following following, Heads heads) {
    this.following = following;
    this.heads = heads;
  }

  ModelAndView progress(Page page, Viewer viewer, Broadcast one) {
    Reach reach = following.reach(one.id(), viewer);
    Broadcast.State state = one.state(page.now());
    boolean open =
        state == Broadcast.State.WAITING
            || state == Broadcast.State.GOING
            || state == Broadcast.State.PAUSED;
    return new ModelAndView(
        "messages/broadcastsent",
        "v",
        new BroadcastView.Sent(
            page,
            heads.of(page, one),
            now(page, one, state),
            finish(page, reach, state),
            open && state != Broadcast.State.PAUSED,
            open && state != Broadcast.State.PAUSED,
            state == Broadcast.State.PAUSED,
            open,
            reach.byHand().all() > 0,
            promised(page.t(), viewer, one),
            counts(page, reach),
            reach.people() == 0
                ? 0
                : (int) (100L * (reach.people() - reach.coming()) / reach.people())));
  }

  private static String now(Page page, Broadcast one, Broadcast.State state) {
    Broadcast.Going going = Objects.requireNonNull(one.going());
    After.Given given = one.words().after().given();
    if (state == Broadcast.State.GOING && given != null && one.stale(page.now())) {
      return page.t().say("messages.broadcast.now.stale", page.t().at(given.dueAt(), page.now()));
    }
    Instant at =
        switch (state) {
          case WAITING -> going.leavesAt();
          case PAUSED -> Objects.requireNonNull(going.pausedAt());
          case DONE -> Objects.requireNonNull(going.endedAt());
          case SUPERSEDED -> Objects.requireNonNull(going.supersededAt());
          case CANCELLED -> Objects.requireNonNull(going.cancelledAt());
          case DRAFT, LISTING, READY, GOING -> going.startedAt();
        };
    return page.t().say("messages.broadcast.now." + state.code(), page.t().at(at, page.now()));
  }

  private static String finish(Page page, Reach reach, Broadcast.State state) {
    if (state != Broadcast.State.GOING || reach.coming() == 0) {
      return "";
    }
    Instant finish = reach.finish();
    int byHand = reach.byHand().all();
    if (finish == null) {
      String why = byHand > 0 && byHand >= reach.coming() ? "by-hand" : "unknown";
      return page.t().say("messages.broadcast.finish." + why);
    }
    return page.t()
        .say(
            byHand > 0 ? "messages.broadcast.finish.machines" : "messages.broadcast.finish",
            page.t().at(finish, page.now()));
  }

  /** What is still to come, and whose hands it is in. */
  private static String coming(Page page, Reach reach) {
    Voice t = page.t();
    List<String> parts = new ArrayList<>();
    Instant until = reach.waitingUntil();
    if (reach.waiting() > 0 && until != null) {
      parts.add(t.say("messages.broadcast.waits", reach.waiting(), t.at(until, page.now())));
    }
    add(parts, t, "print", reach.byHand().lettersToPrint());
    add(parts, t, "post", reach.byHand().lettersToPost());
    add(parts, t, "call", reach.byHand().callsToMake());
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, Voice t, String what, int many) {
    if (many > 0) {
      parts.add(t.say("messages.broadcast.by-hand." + what, many));
    }
  }

  private static List<BroadcastView.Count> counts(Page page, Reach reach) {
    Voice t = page.t();
    List<BroadcastView.Count> counts = new ArrayList<>();
    counts.add(count(t, "reached", reach.reached(), ""));
    counts.add(count(t, "coming", reach.coming(), coming(page, reach)));
    counts.add(count(t, "unreached", reach.unreached(), ""));
    counts.add(count(t, "suppressed", reach.suppressed(), ""));
    if (reach.stopped() > 0) {
      counts.add(count(t, "stopped", reach.stopped(), ""));
    }
    counts.add(count(t, "", reach.people(), ""));
    return counts;
  }

  private static BroadcastView.Count count(Voice t, String state, int number, String hint) {
    return new BroadcastView.Count(
        state.equals("stopped") ? "suppressed" : state,
        t.say("messages.broadcast.count." + (state.isEmpty() ? "people" : state)),
        t.say("shared.number", number),
        hint);
  }

  ModelAndView people(Page page, Viewer viewer, Broadcast one, String state, int after) {
    Voice t = page.t();
    Recipient.@Nullable State only =
        Arrays.stream(Recipient.State.values())
            .filter(s -> s.code().equals(state))
            .findFirst()
            .orElse(null);
    List<Recipient> some = following.people(one.id(), only, after, AT_ONCE, viewer);
    List<Choice> states = new ArrayList<>();
    states.add(Choice.of("", t.say("messages.broadcast.count.people")));
    Arrays.stream(Recipient.State.values())
        .forEach(
            s -> states.add(Choice.of(s.code(), t.say("messages.broadcast.count." + s.code()))));
    return new ModelAndView(
        "messages/broadcastpeople",
        "v",
        new BroadcastView.People(
            page,
            heads.of(page, one),
            only == null ? "" : only.code(),
            states,
            some.stream().map(r -> person(page, r)).toList(),
            some.size() == AT_ONCE ? some.getLast().no() : null));
  }

  private static BroadcastView.Person person(Page page, Recipient r) {
    Voice t = page.t();
    String channel = r.channel();
    String way =
        channel == null
            ? t.say("messages.broadcast.person.no-way")
            : t.say("messages.broadcast.by." + channel) + " · " + r.address();
    String how = t.say("messages.broadcast.person." + r.state().code());
    String why = r.why();
    String trouble = r.trouble();
    String more =
        why != null && t.knows(why)
            ? t.say(why)
            : r.state() == Recipient.State.UNREACHED && trouble != null ? trouble : "";
    Instant at = r.at();
    return new BroadcastView.Person(
        r.no(),
        r.customerId(),
        r.name(),
        way,
        more.isEmpty() ? how : how + ". " + more,
        at == null || r.state() == Recipient.State.SUPPRESSED ? "" : t.at(at, page.now()));
  }

  /** How many were promised it, and what has become of that; nothing where nothing was promised. */
  private List<String> promised(Voice t, Viewer viewer, Broadcast one) {
    if (one.words().after().given() == null) {
      return List.of();
    }
    WordGiven.Standing standing = following.standing(one.id(), viewer);
    List<String> all = new ArrayList<>();
    all.add(t.say("messages.broadcast.promised.to", standing.all()));
    addPromised(all, t, "owed", standing.owed());
    addPromised(all, t, "kept", standing.kept());
    addPromised(all, t, "moved", standing.moved());
    addPromised(all, t, "released", standing.released());
    addPromised(all, t, "broken", standing.broken());
    addPromised(all, t, "made_good", standing.madeGood());
    return all;
  }

  private static void addPromised(List<String> all, Voice t, String what, int many) {
    if (many > 0) {
      all.add(t.say("messages.broadcast.promised." + what, many));
    }
  }
}
