package amends.cases.web;

import amends.cases.Case;
import amends.promises.Promise;
import amends.remedies.Fairness;
import amends.remedies.Matter;
import amends.remedies.Remedies;
import amends.remedies.Remedy;
import amends.remedies.RemedyGrant;
import amends.remedies.Request;
import amends.remedies.Requests;
import amends.remedies.Ruling;
import amends.remedies.Safe;
import amends.remedies.Severity;
import amends.remedies.Usual;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be given in a case and what was, beside its timeline. */
@Component
final class RightSides {
  /** Each is decided anew with each look at the case: few, so that the page stays quick. */
  private static final int WAYS = 3;

  private static final int GIVEN = 4;
  private static final Duration SOON = Duration.ofHours(1);

  private final Remedies remedies;
  private final Requests requests;
  private final RemedyReach reach;
  private final RemedyOffered offered;
  private final GrantLines lines;

  RightSides(
      Remedies remedies,
      Requests requests,
      RemedyReach reach,
      RemedyOffered offered,
      GrantLines lines) {
    this.remedies = remedies;
    this.requests = requests;
    this.reach = reach;
    this.offered = offered;
    this.lines = lines;
  }

  /** One way with what is decided about it. */
  private record Looked(Remedy remedy, RemedyOffered.Hand hand, RemedyLook.Seen seen) {
    @Nullable Money amount() {
      return hand.amount(remedy);
    }
  }

  /**
   * @param gives whether the viewer may give something here
   */
  RightSide of(Opened opened, boolean gives) {
    Case matter = opened.file().matter();
    Voice t = opened.t();
    List<Looked> ways = gives ? looked(opened, matter) : List.of();
    Ruling first =
        ways.stream()
            .map(way -> way.seen().ruling())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    String here = "/cases/" + matter.id();
    return new RightSide(
        first == null ? "" : lines.words().ruling(t, opened.now(), first),
        first == null ? null : lines.words().meter(t, first),
        ways.stream().map(way -> way(opened, here, way, way == ways.getFirst())).toList(),
        given(opened, gives),
        here + "/remedies",
        gives ? here + "/offers/new" : null);
  }

  private List<Looked> looked(Opened opened, Case matter) {
    Matter about = reach.matter(matter.id());
    String currency = offered.currency(matter, about, opened.viewer());
    return looked(opened, offered.hand(matter, currency), about);
  }

  private List<Looked> looked(Opened opened, RemedyOffered.Hand hand, Matter about) {
    return hand.inOrder(reach.remedies(about, hand.cause(), hand.currency())).stream()
        .limit(WAYS)
        .map(remedy ->
            new Looked(
                remedy,
                hand,
                lines
                    .look()
                    .at(
                        opened.file().matter(),
                        hand.wanted(remedy, opened.now()),
                        opened.viewer())))
        .toList();
  }

  private RightSide.Way way(Opened opened, String here, Looked looked, boolean first) {
    Voice t = opened.t();
    Remedy remedy = looked.remedy();
    Money amount = looked.amount();
    String name = remedy.in(t.locale()).name();
    return new RightSide.Way(
        amount == null || amount.minor() == 0
            ? name
            : t.say("cases.remedy.what", name, RemedyWords.money(t, amount)),
        hint(opened, looked),
        here + "/remedies/new" + (first ? "" : "?remedy=" + remedy.id()),
        act(looked),
        first);
  }

  private static String act(Looked looked) {
    if (looked.seen().above()) {
      return "ask";
    }
    return switch (looked.remedy().kind()) {
      case LOAN -> "lend";
      case NOTE -> "write";
      case REPLACEMENT -> "send";
      case REFUND, PART_REFUND, REPAIR, CREDIT, GIFT, SERVICE_VISIT, WAIVER, PACKAGE -> "give";
    };
  }

  private String hint(Opened opened, Looked looked) {
    Voice t = opened.t();
    Refusal missing = looked.seen().missing();
    if (looked.seen().safe() instanceof Safe.Blocked blocked) {
      return t.say("cases.remedy.hint.stopped", RemedyWords.blocked(t, blocked));
    }
    Ruling ruling = looked.seen().ruling();
    if (ruling == null) {
      return missing == null ? "" : t.say(missing);
    }
    return switch (ruling) {
      case Ruling.Never never ->
          t.say("cases.remedy.hint.stopped", t.say(never.words(), never.args()));
      case Ruling.Above above ->
          t.say(
              "cases.remedy.hint.asks",
              lines.words().person(t, above.approver()),
              t.at(above.dueAt(), opened.now()));
      case Ruling.Within within ->
          looked.remedy().interim()
              ? t.say("cases.remedy.hint.interim")
              : usual(opened.t(), looked);
    };
  }

  /** What like cases received, where a cause is known; else what is usually given of it. */
  private String usual(Voice t, Looked looked) {
    if (!looked.remedy().named()) {
      return t.say("cases.remedy.hint.free");
    }
    RemedyOffered.Hand hand = looked.hand();
    Fairness.Like like = reach.like(hand.cause(), Severity.MEDIUM, hand.currency());
    if (like.count() > 0) {
      return t.say(
          "cases.remedy.hint.like",
          RemedyWords.money(t, new Money(like.median(), hand.currency())),
          like.count());
    }
    Usual.Amount lately = hand.usual(looked.remedy());
    return lately == null
        ? t.say("cases.remedy.hint.free")
        : t.say("cases.remedy.hint.usual", RemedyWords.money(t, lately.amount()), lately.count());
  }

  private List<RightSide.Given> given(Opened opened, boolean gives) {
    Case matter = opened.file().matter();
    String here = "/cases/" + matter.id() + "/remedies/";
    Stream<RightSide.Given> asked =
        requests.of(matter.asSubject()).stream()
            .filter(Request::open)
            .map(request -> asked(opened, request));
    List<RemedyGrant> grants = new ArrayList<>(remedies.of(matter.asSubject()));
    grants.removeIf(
        grant -> grant.packageId() != null || grant.state() == RemedyGrant.State.UNDONE);
    grants.sort(Comparator.comparing(RemedyGrant::grantedAt).reversed());
    Stream<RightSide.Given> given =
        grants.stream().map(grant -> given(opened, grant, gives ? here + grant.id() : null));
    return Stream.concat(asked, given).limit(GIVEN).toList();
  }

  private RightSide.Given asked(Opened opened, Request request) {
    Voice t = opened.t();
    return new RightSide.Given(
        lines.what(t, request.wanted().remedyId(), request.amount()),
        t.say("cases.remedy.given.asked", lines.words().person(t, request.approver())),
        Clock.running(t, request.dueAt(), opened.now(), SOON),
        null,
        null);
  }

  private RightSide.Given given(Opened opened, RemedyGrant grant, @Nullable String acts) {
    Promise check = check(opened, grant);
    boolean owed = check != null && check.owed();
    return new RightSide.Given(
        lines.what(opened.t(), grant.remedyId(), grant.amount()),
        lines.brief(opened.t(), opened.now(), opened.viewer(), grant),
        check == null || !owed ? null : opened.clock(check),
        owed && acts != null ? acts + "/check" : null,
        acts != null && lines.bridges(grant) ? acts + "/interim" : null);
  }

  private static @Nullable Promise check(Opened opened, RemedyGrant grant) {
    Long id = grant.checkPromiseId();
    return opened.file().promises().stream()
        .filter(promise -> id != null && promise.id() == id)
        .findFirst()
        .orElse(null);
  }
}
