package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Interims;
import amends.remedies.Loans;
import amends.remedies.Remedies;
import amends.remedies.Remedy;
import amends.remedies.RemedyGrant;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Permission;
import amends.time.ByWhen;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An interim remedy bridges longer, is over, or what was lent has come back: with a reason, by
 * somebody who answers for it.
 */
@Controller
final class InterimPages implements Deed {
  private static final String LONGER = "longer";
  private static final String OVER = "over";
  private static final String BACK = "back";

  private final Remedies remedies;
  private final Interims interims;
  private final Loans loans;
  private final GrantLines lines;
  private final ActPage actPage;

  InterimPages(
      Remedies remedies, Interims interims, Loans loans, GrantLines lines, ActPage actPage) {
    this.remedies = remedies;
    this.interims = interims;
    this.loans = loans;
    this.lines = lines;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/remedies/{part}/interim")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/remedies/{part}/interim")
  ModelAndView act(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.GRANT_REMEDY;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    RemedyGrant grant = grant(ask);
    if (!grant.interim() && grant.kind() != Remedy.Kind.LOAN) {
      throw new NotFound(grant.subject());
    }
    String what = lines.what(t, grant.remedyId(), grant.amount());
    String note =
        interims
            .of(grant.id())
            .filter(interim -> interim.endedAt() == null)
            .map(interim ->
                t.say(
                    "cases.interim.about",
                    what,
                    t.moment(interim.endsAt()),
                    lines.words().person(t, interim.approver()),
                    interim.why()))
            .orElseGet(() ->
                t.say(
                    Loans.isOut(grant) ? "cases.interim.about.lent" : "cases.interim.about.over",
                    what));
    return new Sheet(
        "interim",
        note,
        ways(grant)
            .map(way ->
                new Choice(
                    way,
                    t.say("cases.interim.way." + way),
                    t.say("cases.interim.way." + way + ".hint")))
            .toList());
  }

  private Stream<String> ways(RemedyGrant grant) {
    Stream<String> bridging = lines.bridges(grant) ? Stream.of(LONGER, OVER) : Stream.of();
    return Stream.concat(bridging, Loans.isOut(grant) ? Stream.of(BACK) : Stream.of());
  }

  @Override
  public String act(Ask ask) {
    RemedyGrant grant = grant(ask);
    try {
      return switch (ask.field("way")) {
        case LONGER -> {
          interims.prolong(grant.id(), ask.field("why"), until(ask), ask.viewer());
          yield "cases.done.interim.longer";
        }
        case OVER -> {
          interims.end(grant.id(), ask.field("why"), ask.viewer());
          yield "cases.done.interim.over";
        }
        case BACK -> {
          loans.cameBack(grant.id(), ask.field("why"), ask.viewer());
          yield "cases.done.interim.back";
        }
        default -> throw new Refusal("way", "cases.interim.refusal.way");
      };
    } catch (Refusal refusal) {
      throw new Refusal(field(refusal), refusal.key(), refusal.args());
    }
  }

  private static Instant until(Ask ask) {
    if (ask.field("until").isBlank()) {
      throw new Refusal("until", "remedies.refusal.interim-until");
    }
    return ByWhen.read("until", ask.field("until"), ask.page().t(), ask.page().now());
  }

  /** The fields of the form, where the room calls them otherwise. */
  private static String field(Refusal refusal) {
    return switch (refusal.field()) {
      case "interim_why" -> "why";
      case "interim_until" -> "until";
      default -> refusal.field();
    };
  }

  /**
   * @throws NotFound when there is none in this case
   */
  private RemedyGrant grant(Ask ask) {
    RemedyGrant grant = remedies.get(ask.part(), ask.viewer());
    if (!Objects.equals(grant.about(), Case.subject(ask.id()))) {
      throw new NotFound(grant.subject());
    }
    return grant;
  }
}
