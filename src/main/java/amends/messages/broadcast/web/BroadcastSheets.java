package amends.messages.broadcast.web;

import amends.customers.Purpose;
import amends.messages.broadcast.Audience;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcasts;
import amends.messages.broadcast.Following;
import amends.messages.broadcast.Reach;
import amends.messages.broadcast.Recipient;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Broadcasts as their pages tell them. */
@Component
final class BroadcastSheets {
  private static final int AT_ONCE = 50;

  private final Broadcasts broadcasts;
  private final Following following;
  private final Staff staff;

  BroadcastSheets(Broadcasts broadcasts, Following following, Staff staff) {
    this.broadcasts = broadcasts;
    this.following = following;
    this.staff = staff;
  }

  ModelAndView list(Page page, Viewer viewer, @Nullable Long before) {
    List<Broadcast> all = broadcasts.list(before, AT_ONCE, viewer);
    Long more = all.size() == AT_ONCE ? all.getLast().id() : null;
    List<BroadcastView.Row> rows = all.stream().map(b -> row(page, viewer, b)).toList();
    return new ModelAndView("messages/broadcasts", "v", new BroadcastView.All(page, rows, more));
  }

  private BroadcastView.Row row(Page page, Viewer viewer, Broadcast one) {
    Broadcast.State state = one.state(page.now());
    return new BroadcastView.Row(
        one.id(),
        one.words().subject(),
        following.brand(one).name(),
        one.started() ? how(page, one, following.reach(one.id(), viewer)) : drafted(page.t(), one),
        page.t().say("messages.broadcast.state." + state.code()));
  }

  private static String drafted(Voice t, Broadcast one) {
    Broadcast.Whom list = one.list();
    return list == null || list.frozenAt() == null
        ? ""
        : t.say("messages.broadcast.list.made", list.people(), list.reachable());
  }

  private static String how(Page page, Broadcast one, Reach reach) {
    return page.t()
        .say(
            "messages.broadcast.how",
            reach.reached(),
            reach.people(),
            page.t().at(Objects.requireNonNull(one.going()).startedAt(), page.now()));
  }

  static Map<String, String> fields(Broadcast one) {
    return Map.of(
        "brand", String.valueOf(one.words().brandId()),
        "purpose", one.words().purpose().code(),
        "ways", one.words().ways().code(),
        "subject", one.words().subject(),
        "body", one.words().body());
  }

  ModelAndView words(Page page, Viewer viewer, @Nullable Broadcast one, Form form) {
    Voice t = page.t();
    List<Choice> brands =
        staff.brands().stream()
            .filter(b -> broadcasts.mayFor(b.id(), viewer))
            .map(b -> Choice.of(String.valueOf(b.id()), b.name()))
            .toList();
    return new ModelAndView(
        "messages/broadcastwords",
        "v",
        new BroadcastView.Words(
            page,
            one == null ? null : one.id(),
            form,
            brands,
            Arrays.stream(Purpose.values())
                .map(p ->
                    new Choice(
                        p.code(),
                        t.say("messages.broadcast.purpose." + p.code()),
                        t.say("messages.broadcast.purpose." + p.code() + ".hint")))
                .toList(),
            Arrays.stream(Ways.values())
                .map(w -> Choice.of(w.code(), t.say("messages.broadcast.ways." + w.code())))
                .toList(),
            following.places(one == null ? 0 : one.id())));
  }

  private BroadcastView.Head head(Page page, Broadcast one) {
    Voice t = page.t();
    Long corrects = one.correctsId();
    return new BroadcastView.Head(
        one.id(),
        one.words().subject(),
        one.words().body(),
        following.brand(one).name(),
        t.say("messages.broadcast.purpose." + one.words().purpose().code()),
        t.say("messages.broadcast.ways." + one.words().ways().code()),
        one.state(page.now()).code(),
        corrects == null
            ? null
            : new BroadcastView.Link(
                corrects, t.say("messages.broadcast.corrects", String.valueOf(corrects))));
  }

  ModelAndView ready(Page page, Viewer viewer, Broadcast one, Form form) {
    Voice t = page.t();
    Broadcast.Whom list = one.list();
    boolean listing = list != null && list.frozenAt() == null;
    return new ModelAndView(
        "messages/broadcast",
        "v",
        new BroadcastView.Ready(
            page,
            head(page, one),
            form,
            listing,
            one.frozen(),
            broadcasts.tooMany(one, viewer),
            listing ? t.say("messages.broadcast.list.making") : drafted(t, one),
            list == null ? 0 : list.reachable(),
            one.correctsId() == null ? audiences(t, viewer) : List.of(),
            others(t, viewer, one),
            one.frozen() ? following.unknown(one.id(), viewer) : List.of(),
            one.frozen() ? letters(page, viewer, one) : List.of(),
            undo(t, one)));
  }

  private String undo(Voice t, Broadcast one) {
    Duration undo = following.undo(one);
    return t.say("messages.broadcast.undo", undo.toSeconds() / 60, undo.toSeconds() % 60);
  }

  private List<BroadcastView.Who> audiences(Voice t, Viewer viewer) {
    return broadcasts.audiences().stream()
        .filter(a -> !a.asks(t, viewer).isEmpty())
        .map(a ->
            new BroadcastView.Who(
                a.code(),
                t.say("messages.broadcast.who." + a.code()),
                a.asks(t, viewer).stream().map(BroadcastSheets::ask).toList()))
        .toList();
  }

  private static BroadcastView.Ask ask(Audience.Ask ask) {
    return new BroadcastView.Ask(ask.name(), ask.label(), ask.hint(), ask.choices(), ask.many());
  }

  /** Whose people can be left out. */
  private List<Choice> others(Voice t, Viewer viewer, Broadcast one) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", t.say("messages.broadcast.without.nobody")));
    broadcasts.list(null, AT_ONCE, viewer).stream()
        .filter(b -> b.started() && b.id() != one.id())
        .forEach(b ->
            all.add(
                Choice.of(
                    String.valueOf(b.id()),
                    t.say(
                        "messages.broadcast.without.one",
                        b.words().subject(),
                        t.day(Objects.requireNonNull(b.going()).startedAt())))));
    return all;
  }

  private List<BroadcastView.Letter> letters(Page page, Viewer viewer, Broadcast one) {
    return following.letters(one.id(), viewer).stream()
        .map(l ->
            new BroadcastView.Letter(
                page.t()
                    .say(
                        "messages.broadcast.letter.to",
                        l.to().name(),
                        String.valueOf(l.to().address())),
                l.subject(),
                l.body()))
        .toList();
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
            head(page, one),
            now(page, one, state),
            finish(page, reach, state),
            open && state != Broadcast.State.PAUSED,
            open && state != Broadcast.State.PAUSED,
            state == Broadcast.State.PAUSED,
            open,
            counts(page, reach),
            reach.people() == 0
                ? 0
                : (int) (100L * (reach.people() - reach.coming()) / reach.people())));
  }

  private static String now(Page page, Broadcast one, Broadcast.State state) {
    Broadcast.Going going = Objects.requireNonNull(one.going());
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
    return finish == null
        ? page.t().say("messages.broadcast.finish.unknown")
        : page.t().say("messages.broadcast.finish", page.t().at(finish, page.now()));
  }

  private static List<BroadcastView.Count> counts(Page page, Reach reach) {
    Voice t = page.t();
    Instant until = reach.waitingUntil();
    String waits =
        reach.waiting() == 0 || until == null
            ? ""
            : t.say("messages.broadcast.waits", reach.waiting(), t.at(until, page.now()));
    List<BroadcastView.Count> counts = new ArrayList<>();
    counts.add(count(t, "reached", reach.reached(), ""));
    counts.add(count(t, "coming", reach.coming(), waits));
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
            head(page, one),
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
}
