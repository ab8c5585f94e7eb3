package amends.messages.broadcast.web;

import amends.customers.Purpose;
import amends.messages.Overruling;
import amends.messages.broadcast.After;
import amends.messages.broadcast.Audience;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcasts;
import amends.messages.broadcast.Following;
import amends.messages.broadcast.Reach;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Broadcasts as their pages tell them before they are started. */
@Component
final class BroadcastSheets {
  private static final int AT_ONCE = 50;

  private final Broadcasts broadcasts;
  private final Following following;
  private final Staff staff;
  private final Heads heads;

  BroadcastSheets(Broadcasts broadcasts, Following following, Staff staff, Heads heads) {
    this.broadcasts = broadcasts;
    this.following = following;
    this.staff = staff;
    this.heads = heads;
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
            following.places(one == null ? 0 : one.id()),
            earlier(page, viewer, one)));
  }

  /**
   * What others promised that this one can keep or move; nothing where nobody promised anything.
   */
  private List<Choice> earlier(Page page, Viewer viewer, @Nullable Broadcast one) {
    Voice t = page.t();
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", t.say("messages.broadcast.earlier.none")));
    for (Broadcast b : broadcasts.list(null, AT_ONCE, viewer)) {
      After.Given given = b.words().after().given();
      if (b.started() && given != null && (one == null || one.id() != b.id())) {
        for (After.How how : After.How.values()) {
          String words =
              t.say(
                  "messages.broadcast.earlier." + how.code(),
                  given.words(),
                  t.moment(given.dueAt()));
          all.add(Choice.of(NextTyped.chosen(b.id(), how), words));
        }
      }
    }
    return all.size() == 1 ? List.of() : all;
  }

  /**
   * @param reasons with which its words go out although they were stopped; none where they were not
   */
  ModelAndView ready(Page page, Viewer viewer, Broadcast one, Form form, List<String> reasons) {
    Voice t = page.t();
    Broadcast.Whom list = one.list();
    boolean listing = list != null && list.frozenAt() == null;
    return new ModelAndView(
        "messages/broadcast",
        "v",
        new BroadcastView.Ready(
            page,
            heads.of(page, one),
            form,
            listing,
            one.frozen(),
            broadcasts.tooMany(one, viewer),
            listing ? t.say("messages.broadcast.list.making") : made(t, viewer, one),
            list == null ? 0 : list.reachable(),
            one.correctsId() == null ? audiences(t, viewer) : List.of(),
            others(t, viewer, one),
            one.frozen() ? following.unknown(one.id(), viewer) : List.of(),
            one.frozen() ? letters(page, viewer, one) : List.of(),
            Overruling.choices(t, reasons),
            undo(t, one)));
  }

  private String made(Voice t, Viewer viewer, Broadcast one) {
    String byHand = byHand(t, viewer, one);
    return byHand.isEmpty()
        ? drafted(t, one)
        : t.say("messages.broadcast.list.with", drafted(t, one), byHand.strip());
  }

  /** What colleagues will have to do for it, said before it is started. */
  private String byHand(Voice t, Viewer viewer, Broadcast one) {
    if (!one.frozen()) {
      return "";
    }
    Map<String, Integer> many = following.byChannel(one.id(), viewer);
    int letters = many.getOrDefault("letter", 0);
    int calls = many.getOrDefault("phone", 0);
    return letters + calls == 0 ? "" : t.say("messages.broadcast.list.by-hand", letters, calls);
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
}
