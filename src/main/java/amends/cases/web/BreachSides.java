package amends.cases.web;

import amends.cases.Breach;
import amends.cases.Breaches;
import amends.cases.Proposal;
import amends.remedies.Catalogue;
import amends.remedies.Remedy;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Standing promises that were not kept here, with what is proposed for each. */
@Component
final class BreachSides {
  private final Breaches breaches;
  private final Catalogue catalogue;
  private final RemedyReach reach;

  BreachSides(Breaches breaches, Catalogue catalogue, RemedyReach reach) {
    this.breaches = breaches;
    this.catalogue = catalogue;
    this.reach = reach;
  }

  /**
   * @param gives whether the viewer may give something here
   * @param works whether the viewer may act on it
   */
  List<Side.Broken> of(Opened opened, boolean gives, boolean works) {
    return breaches.in(opened.file().matter().id(), opened.viewer()).stream()
        .map(breach ->
            new Side.Broken(
                breach.guarantee().title(),
                breach.guarantee().ifNot(),
                state(opened.t(), breach),
                breach.open() ? steps(opened, breach, gives, works) : List.of()))
        .toList();
  }

  static String state(Voice t, Breach breach) {
    Breach.Answer answer = breach.answer();
    if (answer == null) {
      return breach.words().isEmpty()
          ? t.say("cases.breach.open")
          : t.say("cases.breach.open.of", breach.words());
    }
    return switch (answer) {
      case GRANTED -> t.say("cases.breach.granted");
      case DONE -> t.say("cases.breach.done", breach.reason());
      case NOT_DUE -> t.say("cases.breach.not_due", breach.reason());
    };
  }

  private List<Side.Step> steps(Opened opened, Breach breach, boolean gives, boolean works) {
    Voice t = opened.t();
    String here = "/cases/" + opened.file().matter().id();
    List<Side.Step> steps = new ArrayList<>();
    if (gives) {
      remedy(opened, breach).ifPresent(remedy -> steps.add(grant(t, here, breach, remedy)));
    }
    if (works) {
      switch (breach.proposal().step()) {
        case RING ->
            steps.add(new Side.Step(t.say("cases.breach.ring"), here + "?compose=call#composer"));
        case WRITE ->
            steps.add(new Side.Step(t.say("cases.breach.write"), here + "?compose=reply#composer"));
        case NONE -> {}
      }
      steps.add(
          new Side.Step(
              t.say("cases.breach.answer"), here + "/guarantees/" + breach.id() + "/answer"));
    }
    return steps;
  }

  /** As the catalogue has it for this case today. */
  private Optional<Remedy> remedy(Opened opened, Breach breach) {
    String code = breach.proposal().remedyCode();
    return code == null
        ? Optional.empty()
        : catalogue.forMatter(reach.matter(opened.file().matter().id())).stream()
            .filter(remedy -> remedy.code().equals(code))
            .findFirst();
  }

  private static Side.Step grant(Voice t, String here, Breach breach, Remedy remedy) {
    Proposal proposal = breach.proposal();
    Money amount = proposal.amount();
    String name = remedy.in(t.locale()).name();
    String what =
        amount == null ? name : t.say("cases.remedy.what", name, RemedyWords.money(t, amount));
    String link =
        here
            + "/remedies/new?remedy="
            + remedy.id()
            + "&why="
            + encoded(breach.guarantee().title())
            + (amount == null
                ? ""
                : "&amount=" + RemedyNotes.plain(amount) + "&currency=" + amount.currency());
    return new Side.Step(t.say("cases.breach.give", what), link);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
