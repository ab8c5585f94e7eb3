package amends.cases.web;

import amends.cases.Forewarnings;
import amends.cases.Ledger;
import amends.cases.Ledger.State;
import amends.customers.Customers;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every promise that the viewer may see, and how many were kept. */
@Controller
final class LedgerPages {
  private static final Duration SPAN = Duration.ofDays(28);

  private final Ledger ledger;
  private final Forewarnings forewarnings;
  private final Staff staff;
  private final DangerWords words;
  private final Reach reach;

  /** To whom promises were given. */
  @Component
  record Reach(Customers customers, Permits permits) {}

  LedgerPages(
      Ledger ledger, Forewarnings forewarnings, Staff staff, DangerWords words, Reach reach) {
    this.reach = reach;
    this.ledger = ledger;
    this.forewarnings = forewarnings;
    this.staff = staff;
    this.words = words;
  }

  @GetMapping("/promises")
  ModelAndView show(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "owed") String state,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String customer,
      @RequestParam(defaultValue = "") String after) {
    State asked = state(state);
    Long person = number(who);
    Long to = to(number(customer), viewer);
    List<Ledger.Line> lines =
        ledger.lines(new Ledger.Asked(asked, person, to, mark(after)), viewer);
    return new ModelAndView(
        "cases/ledger",
        "v",
        new LedgerView(
            page,
            asked.code(),
            Arrays.stream(State.values()).map(State::code).toList(),
            person == null ? "" : who,
            to == null ? null : new LedgerView.To(to, reach.customers().customer(to).name()),
            people(page.t()),
            asked == State.DANGER ? causes(page, viewer) : List.of(),
            lines.stream().map(line -> row(page, asked, line)).toList(),
            more(asked, person, to, lines),
            tally(page, person, to, viewer)));
  }

  private static @Nullable Long number(String typed) {
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
  }

  /** Whom one may not see is not told by their promises either. */
  private @Nullable Long to(@Nullable Long customer, Viewer viewer) {
    if (customer != null) {
      reach.permits().require(viewer, Permission.SEE_CUSTOMERS);
      reach.customers().customer(customer);
    }
    return customer;
  }

  private static State state(String code) {
    return Arrays.stream(State.values())
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElse(State.OWED);
  }

  /** What cannot be read is the first page. */
  private static Ledger.@Nullable Mark mark(String after) {
    String[] parts = after.split("_", -1);
    return parts.length == 2 && parts[0].matches("\\d{1,16}") && parts[1].matches("\\d{1,18}")
        ? new Ledger.Mark(micros(Long.parseLong(parts[0])), Long.parseLong(parts[1]))
        : null;
  }

  private static Instant micros(long micros) {
    return Instant.EPOCH.plus(Duration.of(micros, java.time.temporal.ChronoUnit.MICROS));
  }

  private static @Nullable String more(
      State state, @Nullable Long person, @Nullable Long customer, List<Ledger.Line> lines) {
    if (lines.size() < Ledger.PAGE) {
      return null;
    }
    Ledger.Line last = lines.getLast();
    long at = java.time.temporal.ChronoUnit.MICROS.between(Instant.EPOCH, last.dueAt());
    return "/promises?state=%s%s%s&after=%d_%d"
        .formatted(
            state.code(),
            person == null ? "" : "&who=" + person,
            customer == null ? "" : "&customer=" + customer,
            at,
            last.id());
  }

  private List<Choice> people(Voice t) {
    List<Choice> people = new ArrayList<>();
    people.add(Choice.of("", t.say("cases.ledger.everybody")));
    staff.people().stream()
        .filter(Person::active)
        .forEach(p -> people.add(Choice.of(String.valueOf(p.id()), p.name())));
    return people;
  }

  private List<LedgerView.Cause> causes(Page page, Viewer viewer) {
    return forewarnings.causes(viewer).stream()
        .map(cause ->
            new LedgerView.Cause(
                words.cause(page, cause),
                "/promises/dangers/" + cause.kind().code() + "/" + cause.source()))
        .toList();
  }

  private LedgerView.Row row(Page page, State state, Ledger.Line line) {
    Voice t = page.t();
    String owner = line.owner();
    return new LedgerView.Row(
        line.id(),
        page(line),
        line.customer(),
        line.words(),
        owner == null ? t.say("cases.a-team") : owner,
        line.broadcastId() != 0,
        line.dangers().stream().map(kind -> t.say("cases.danger." + kind)).toList(),
        clock(page, state, line),
        line.dueAt(),
        t.at(line.dueAt(), page.now()),
        line.firstDueAt().equals(line.dueAt())
            ? null
            : t.say("cases.ledger.first", t.at(line.firstDueAt(), page.now())));
  }

  /** Where it stands; of what was said to many, whom it was said to. */
  private static String page(Ledger.Line line) {
    if (line.caseId() != 0) {
      return "/cases/" + line.caseId();
    }
    return line.bookingId() != 0
        ? "/bookings/" + line.bookingId()
        : "/customers/" + line.customerId();
  }

  private static Clock clock(Page page, State state, Ledger.Line line) {
    Voice t = page.t();
    Instant ended = line.endedAt() == null ? line.dueAt() : line.endedAt();
    return switch (state) {
      case OWED, DANGER, BROKEN ->
          Clock.running(
              t, line.dueAt(), page.now(), Duration.between(line.soonFrom(), line.dueAt()));
      case KEPT -> Clock.kept(t, ended, page.now());
      case MADE_GOOD -> Clock.madeGood(t, ended, page.now());
      case MOVED -> Clock.moved(t, ended, page.now());
      case AGREED ->
          new Clock(
              Clock.State.MOVED,
              ended,
              ended,
              t.say("cases.promise.agreed", t.at(ended, page.now())));
      case RELEASED -> new Clock(Clock.State.MOVED, ended, ended, t.say("cases.promise.released"));
    };
  }

  private LedgerView.Tally tally(
      Page page, @Nullable Long person, @Nullable Long customer, Viewer viewer) {
    Instant from = page.now().minus(SPAN);
    Ledger.Kept kept = ledger.kept(from, page.now(), person, customer, viewer);
    return new LedgerView.Tally(
        page.t().say("cases.ledger.span", page.t().date(from)),
        kept.percent() < 0 ? "" : page.t().say("cases.ledger.percent", kept.percent()),
        kept.due(),
        kept.kept(),
        kept.moved(),
        kept.agreed(),
        kept.released(),
        kept.broken());
  }
}
