package amends.cases.web;

import amends.cases.Case;
import amends.goods.Goods;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.Arrivals;
import amends.remedies.Backings;
import amends.remedies.Interim;
import amends.remedies.Interims;
import amends.remedies.Loans;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.Request;
import amends.remedies.Requests;
import amends.remedies.fulfilment.Stop;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.staff.Permission;
import amends.staff.Permits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was given and asked for in one case, each with everything that became of it. */
@Component
final class GrantRows {
  private static final Duration SOON = Duration.ofHours(1);

  private final Remedies remedies;
  private final Requests requests;
  private final GrantLines lines;
  private final Became became;
  private final Permits permits;

  GrantRows(
      Remedies remedies, Requests requests, GrantLines lines, Became became, Permits permits) {
    this.remedies = remedies;
    this.requests = requests;
    this.lines = lines;
    this.became = became;
    this.permits = permits;
  }

  /** The latest first. */
  List<RemediesView.Row> of(Ask ask, Case matter, String customer, boolean works) {
    Stream<RemediesView.Row> asked =
        requests.of(matter.asSubject()).reversed().stream()
            .filter(request -> request.grantId() == null)
            .map(request -> asked(ask, request));
    Map<Long, Stop> stopped = became.told.stops.open(matter.asSubject());
    Stream<RemediesView.Row> given =
        remedies.of(matter.asSubject()).reversed().stream()
            .map(grant ->
                given(ask, matter, customer, new Given(grant, stopped.get(grant.id())), works));
    return Stream.concat(asked, given).toList();
  }

  private RemediesView.Row asked(Ask ask, Request request) {
    Voice t = ask.page().t();
    Instant now = ask.page().now();
    List<String> said = new ArrayList<>();
    said.add(
        t.say(
            "cases.remedies.line.asked",
            lines.words().person(t, request.approver()),
            lines.words().person(t, request.askedBy()),
            t.at(request.askedAt(), now)));
    Long by = request.answeredBy();
    if (request.refusedAt() != null && by != null) {
      said.add(
          t.say(
              "cases.remedies.line.refused",
              lines.words().person(t, by),
              t.at(request.refusedAt(), now),
              request.words()));
    }
    String state = request.open() ? "asked" : request.refusedAt() != null ? "refused" : "withdrawn";
    return new RemediesView.Row(
        "asked-" + request.id(),
        lines.what(t, request.wanted().remedyId(), request.amount()),
        t.say("cases.remedies.state." + state),
        said,
        request.open() ? Clock.running(t, request.dueAt(), now, SOON) : null,
        List.of());
  }

  private record Given(RemedyGrant grant, @Nullable Stop stop) {}

  private RemediesView.Row given(
      Ask ask, Case matter, String customer, Given given, boolean works) {
    RemedyGrant grant = given.grant();
    Stop stop = given.stop();
    Voice t = ask.page().t();
    List<String> said = new ArrayList<>();
    if (stop != null) {
      said.add(StopLines.line(t, stop));
    }
    said.add(by(t, ask.page().now(), grant));
    if (!grant.reason().equals(matter.subject())) {
      said.add(t.say("cases.remedies.line.why", grant.reason()));
    }
    said.addAll(became.lines(t, grant, customer));
    Promise check = became.check(grant);
    if (check != null && check.owed()) {
      said.add(t.say("cases.remedies.line.check", t.moment(check.dueAt())));
    }
    List<RemediesView.Link> links = new ArrayList<>();
    boolean halted = stop != null && !stop.isReclaim();
    if (check != null && check.owed() && works && !halted) {
      links.add(
          new RemediesView.Link(
              t.say("cases.remedy.check.link"),
              "/cases/" + matter.id() + "/remedies/" + grant.id() + "/check"));
    }
    if (works && lines.goesOn(grant)) {
      links.add(
          new RemediesView.Link(
              t.say(lines.bridging(grant)),
              "/cases/" + matter.id() + "/remedies/" + grant.id() + "/interim"));
    }
    if (stop != null) {
      links.add(
          new RemediesView.Link(
              t.say("cases.remedies.stop-link"), "/payments/grants/" + grant.id() + "#stop"));
    } else if (permits.may(ask.viewer(), Permission.PAY_REMEDY)) {
      links.add(
          new RemediesView.Link(
              t.say("cases.remedies.done-link"), "/payments/grants/" + grant.id()));
    }
    return new RemediesView.Row(
        "g-" + grant.id(),
        lines.what(t, grant.remedyId(), grant.amount()),
        halted ? t.say("cases.remedy.state.halted") : lines.state(t, grant),
        said,
        check == null || !check.owed()
            ? null
            : Clock.running(
                t,
                check.dueAt(),
                ask.page().now(),
                Duration.between(check.warnAt(), check.dueAt())),
        links);
  }

  private String by(Voice t, Instant now, RemedyGrant grant) {
    return grant.grantedBy().isPerson()
        ? t.say(
            grant.requestId() == null ? "cases.remedies.line.given" : "cases.remedies.line.granted",
            lines.words().person(t, grant.grantedBy().id()),
            t.at(grant.grantedAt(), now))
        : t.say("cases.remedies.line.chosen", t.at(grant.grantedAt(), now));
  }

  /** What became of a grant: the piece, the time it bridges, the look afterwards, the backing. */
  @Component
  static final class Became {
    private final Goods goods;
    private final Interims interims;
    private final Arrivals arrivals;
    private final Backings backings;
    private final Told told;

    Became(Goods goods, Interims interims, Arrivals arrivals, Backings backings, Told told) {
      this.goods = goods;
      this.interims = interims;
      this.arrivals = arrivals;
      this.backings = backings;
      this.told = told;
    }

    List<String> lines(Voice t, RemedyGrant grant, String customer) {
      List<String> said = new ArrayList<>();
      if (grant.unitId() != null) {
        said.add(t.say("cases.remedies.line.unit", goods.unit(grant.unitId()).serial()));
      }
      interims.of(grant.id()).ifPresent(interim -> said.add(told.bridge(t, interim)));
      Instant back = grant.fate().returnedAt();
      if (back != null) {
        said.add(t.say("cases.remedies.line.back", t.moment(back)));
      } else if (Loans.isOut(grant)) {
        said.add(t.say("cases.remedies.line.lent", customer));
      }
      arrivals
          .of(grant.id())
          .forEach(check ->
              said.add(t.say("cases.remedies.line." + check.result().code(), check.words())));
      backings.of(grant.id()).ifPresent(backing -> said.add(told.backed(t, backing, customer)));
      return said;
    }

    @Nullable Promise check(RemedyGrant grant) {
      return grant.checkPromiseId() == null ? null : told.promise(grant.checkPromiseId());
    }
  }

  /** Who backed it, what was promised, and what was stopped. */
  @Component
  static final class Told {
    private final Promises promises;
    private final RemedyWords words;
    private final StopLines stops;

    Told(Promises promises, RemedyWords words, StopLines stops) {
      this.promises = promises;
      this.words = words;
      this.stops = stops;
    }

    String backed(Voice t, amends.remedies.Backing backing, String customer) {
      String by = words.person(t, backing.by());
      return backing.lesson() == null
          ? t.say("cases.remedies.line.backed", by, customer)
          : t.say("cases.remedies.line.lesson", by, backing.lesson(), customer);
    }

    String bridge(Voice t, Interim interim) {
      String why = interim.endedWhy();
      Long by = interim.endedPerson();
      return why == null || by == null
          ? t.say("cases.remedies.line.interim", t.moment(interim.endsAt()), interim.why())
          : t.say("cases.remedies.line.interim.over", why, words.person(t, by));
    }

    Promise promise(long id) {
      return promises.promise(id);
    }
  }
}
