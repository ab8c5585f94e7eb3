package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Interim;
import amends.remedies.Interims;
import amends.remedies.Remedies;
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

/** An interim remedy bridges longer, or is over: with a reason, by somebody who answers for it. */
@Controller
final class InterimPages implements Deed {
  private static final String LONGER = "longer";
  private static final String OVER = "over";

  private final Remedies remedies;
  private final Interims interims;
  private final GrantLines lines;
  private final ActPage actPage;

  InterimPages(Remedies remedies, Interims interims, GrantLines lines, ActPage actPage) {
    this.remedies = remedies;
    this.interims = interims;
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
    Interim interim = interim(grant);
    String note =
        t.say(
            "cases.interim.about",
            lines.what(t, grant.remedyId(), grant.amount()),
            t.moment(interim.endsAt()),
            lines.words().person(t, interim.approver()),
            interim.why());
    return new Sheet(
        "interim",
        note,
        Stream.of(LONGER, OVER)
            .map(way ->
                new Choice(
                    way,
                    t.say("cases.interim.way." + way),
                    t.say("cases.interim.way." + way + ".hint")))
            .toList());
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

  private Interim interim(RemedyGrant grant) {
    return interims.of(grant.id()).orElseThrow(() -> new NotFound(grant.subject()));
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
