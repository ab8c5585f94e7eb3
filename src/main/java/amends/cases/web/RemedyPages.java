package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.goods.Unit;
import amends.remedies.Matter;
import amends.remedies.Remedies;
import amends.remedies.Remedy;
import amends.remedies.Ruling;
import amends.remedies.Safe;
import amends.remedies.Wanted;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Giving: within one's limit at once, above it by asking the one who decides. The page says which
 * before anything is promised, and nothing else is done than what it said.
 */
@Controller
final class RemedyPages {
  private static final Map<String, String> FIELDS =
      Map.of(
          "unit", "serial",
          "reason", "why",
          "interim_why", "interim_reason",
          "interim_until", "until");

  private final Door door;
  private final RemedySheets sheets;
  private final WantedForm wanted;
  private final Giver giver;
  private final Acting acting;

  RemedyPages(Door door, RemedySheets sheets, WantedForm wanted, Giver giver, Acting acting) {
    this.door = door;
    this.sheets = sheets;
    this.wanted = wanted;
    this.giver = giver;
    this.acting = acting;
  }

  @GetMapping("/cases/{id}/remedies/new")
  ModelAndView show(Ask ask) {
    return door.enter(ask)
        .map(giving -> page(ask, giving, proposed(ask, giving), named(ask, giving)))
        .orElseGet(() -> nothing(ask));
  }

  private @Nullable Wanted named(Ask ask, RemedySheets.Giving giving) {
    return ask.field("amount").isBlank() ? null : typed(ask, giving);
  }

  /** What a link proposes, such as that of a standing promise that was not kept. */
  private static Form proposed(Ask ask, RemedySheets.Giving giving) {
    Map<String, String> values = new HashMap<>();
    if (!ask.field("amount").isBlank() && ask.field("currency").equals(giving.currency())) {
      values.put("amount", ask.field("amount"));
    }
    if (!ask.field("why").isBlank()) {
      values.put("why", ask.field("why"));
    }
    return Form.of(values);
  }

  @PostMapping("/cases/{id}/remedies/new")
  ModelAndView give(Ask ask, RedirectAttributes next) {
    return door.enter(ask).map(giving -> give(ask, giving, next)).orElseGet(() -> nothing(ask));
  }

  /** The page of the case says that there is nothing to give yet. */
  static ModelAndView nothing(Ask ask) {
    return new ModelAndView("redirect:/cases/" + ask.id() + "/remedies");
  }

  private ModelAndView give(Ask ask, RemedySheets.Giving giving, RedirectAttributes next) {
    return acting.act(
        ask,
        next,
        () -> mended(() -> giver.give(ask, giving, read(ask, giving))),
        Acting.way("/cases/" + ask.id(), form -> page(ask, giving, form, typed(ask, giving))));
  }

  /** The fields of the form, where the room calls them otherwise. */
  private static String mended(Supplier<String> act) {
    try {
      return act.get();
    } catch (Refusal refusal) {
      String field = FIELDS.getOrDefault(refusal.field(), refusal.field());
      throw new Refusal(field, refusal.key(), refusal.args());
    }
  }

  private Wanted read(Ask ask, RemedySheets.Giving giving) {
    return wanted.read(ask, giving.matter(), giving.remedy(), giving.currency());
  }

  /** What was typed, where it can be read; the decision above the form is about that. */
  private @Nullable Wanted typed(Ask ask, RemedySheets.Giving giving) {
    try {
      return read(ask, giving);
    } catch (Refusal | NotFound unreadable) {
      return null;
    }
  }

  private ModelAndView page(
      Ask ask, RemedySheets.Giving giving, Form form, @Nullable Wanted typed) {
    RemedyView view = sheets.of(ask, giving, acting.withToken(form), typed);
    return new ModelAndView("cases/remedy", "v", view);
  }

  /** Who may give here, and what. */
  @Component
  static final class Door {
    private final Cases cases;
    private final Permits permits;
    private final RemedyReach reach;
    private final RemedyOffered offered;

    Door(Cases cases, Permits permits, RemedyReach reach, RemedyOffered offered) {
      this.cases = cases;
      this.permits = permits;
      this.reach = reach;
      this.offered = offered;
    }

    /** Empty where the catalogue has nothing for this case. */
    Optional<RemedySheets.Giving> enter(Ask ask) {
      Case matter = cases.see(ask.id(), ask.viewer());
      permits.require(ask.viewer(), Permission.GRANT_REMEDY, matter.scope(), matter.asSubject());
      Matter about = reach.matter(ask.id());
      String currency = offered.currency(matter, about, ask.viewer());
      List<Remedy> all =
          offered.inOrder(matter, reach.remedies(about, offered.cause(matter), currency), currency);
      Long named = Typed.number(ask, "remedy");
      Optional<Remedy> remedy =
          all.stream().filter(one -> named == null || one.id() == named).findFirst();
      if (remedy.isEmpty() && named != null) {
        throw new NotFound(Subject.of("remedy", named));
      }
      return remedy.map(one -> new RemedySheets.Giving(matter, about, currency, one, all));
    }
  }

  /** Gives or asks, as the page said. */
  @Component
  static final class Giver {
    private final Remedies remedies;
    private final RemedyWords words;

    Giver(Remedies remedies, RemedyWords words) {
      this.remedies = remedies;
      this.words = words;
    }

    /**
     * @return key of the sentence that says what was done
     * @throws Refusal when it is refused, or was decided otherwise than the page had said
     */
    String give(Ask ask, RemedySheets.Giving giving, Wanted wanted) {
      Subject about = giving.matter().asSubject();
      Remedies.Outlook outlook = remedies.look(about, wanted, ask.viewer());
      boolean saidAbove = ask.field("seen").equals("above");
      Voice t = ask.page().t();
      return switch (outlook.ruling()) {
        case Ruling.Never never -> throw never(t, never, outlook.safe());
        case Ruling.Above above -> {
          if (!saidAbove) {
            throw new Refusal(
                "", "cases.remedy.refusal.changed", words.ruling(t, ask.page().now(), above));
          }
          if (ask.field("why").isBlank()) {
            throw new Refusal("why", "cases.remedy.refusal.why");
          }
          remedies.ask(about, wanted, ask.field("once"), ask.viewer());
          yield "cases.remedy.done.asked";
        }
        case Ruling.Within within -> {
          remedies.grant(about, wanted, ask.field("once"), ask.viewer());
          yield "cases.remedy.done.given";
        }
      };
    }

    /** What is stopped is refused with the reason, and with what can be sent in its place. */
    private static Refusal never(Voice t, Ruling.Never never, Safe safe) {
      if (safe instanceof Safe.Blocked blocked) {
        String why = RemedyWords.blocked(t, blocked);
        return blocked.instead().isEmpty()
            ? new Refusal("serial", "cases.remedy.refusal.serial.stopped", why)
            : new Refusal(
                "serial", "cases.remedy.refusal.serial.instead", why, names(t, blocked.instead()));
      }
      return new Refusal(field(never), never.words(), never.args());
    }

    private static String names(Voice t, List<Unit> units) {
      return units.stream()
          .limit(2)
          .map(unit ->
              unit.lot() == null
                  ? unit.serial()
                  : t.say("cases.remedy.unit.of", unit.serial(), unit.lot()))
          .collect(Collectors.joining("; "));
    }

    private static String field(Ruling.Never never) {
      return switch (never.why()) {
        case CURRENCY, NEGATIVE, MORE_THAN_PAID, PAID_OTHERWISE -> "amount";
        case BLOCKED -> "serial";
        case OWN_CASE, CLOSED, NOT_HERE, TOO_SOON, NOBODY -> "";
      };
    }
  }
}
