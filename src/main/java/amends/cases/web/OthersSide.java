package amends.cases.web;

import amends.cases.Undertaken;
import amends.promises.Undertaking;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What colleagues and suppliers undertook for a case, beside its timeline. */
@Component
final class OthersSide {
  private static final Duration SOON = Duration.ofHours(2);

  private final Undertaken undertaken;
  private final Staff staff;

  OthersSide(Undertaken undertaken, Staff staff) {
    this.undertaken = undertaken;
    this.staff = staff;
  }

  Side.@Nullable Others of(Opened opened, boolean works) {
    long id = opened.file().matter().id();
    List<Undertaking> words = undertaken.in(id, opened.viewer());
    if (words.isEmpty() && !works) {
      return null;
    }
    Map<Long, String> names = names(words);
    return new Side.Others(
        words.stream().map(word -> line(opened, word, names, works)).toList(),
        "/cases/" + id + "?compose=reply",
        works ? "/cases/" + id + "/undertakings/new" : null);
  }

  private Map<Long, String> names(List<Undertaking> words) {
    Set<Long> people =
        words.stream()
            .map(Undertaking::by)
            .filter(Undertaking.By.Colleague.class::isInstance)
            .map(by -> ((Undertaking.By.Colleague) by).person())
            .collect(Collectors.toSet());
    return people.isEmpty()
        ? Map.of()
        : staff.people(people).stream().collect(Collectors.toMap(Person::id, Person::name));
  }

  private static boolean isViewer(Undertaking word, Opened opened) {
    return word.by() instanceof Undertaking.By.Colleague colleague
        && colleague.person() == opened.viewer().id();
  }

  private static Side.Undertaken line(
      Opened opened, Undertaking word, Map<Long, String> names, boolean works) {
    Voice t = opened.t();
    String who =
        switch (word.by()) {
          case Undertaking.By.Colleague colleague ->
              names.getOrDefault(colleague.person(), t.say("cases.somebody"));
          case Undertaking.By.Supplier supplier -> supplier.name();
        };
    String state = state(word);
    boolean open = !state.equals("kept") && !state.equals("declined") && !state.equals("withdrawn");
    return new Side.Undertaken(
        word.id(),
        word.words(),
        t.say(
            "cases.undertaking.state." + state + (isViewer(word, opened) ? ".you" : ""),
            who,
            t.at(word.dueAt(), opened.now())),
        word.reason(),
        clock(opened, word),
        word.moments().acceptedAt() != null,
        word.stands(),
        works && open
            ? "/cases/" + opened.file().matter().id() + "/undertakings/" + word.id()
            : null);
  }

  private static String state(Undertaking word) {
    Undertaking.Moments moments = word.moments();
    if (moments.keptAt() != null) {
      return "kept";
    }
    if (moments.declinedAt() != null) {
      return "declined";
    }
    if (moments.withdrawnAt() != null) {
      return "withdrawn";
    }
    if (word.slipped()) {
      return moments.chasedAt() == null ? "slipped" : "chased";
    }
    return word.asked() ? "asked" : "accepted";
  }

  private static Clock clock(Opened opened, Undertaking word) {
    Voice t = opened.t();
    Instant kept = word.moments().keptAt();
    Instant ended =
        word.moments().declinedAt() == null
            ? word.moments().withdrawnAt()
            : word.moments().declinedAt();
    if (kept != null) {
      return Clock.kept(t, kept, opened.now());
    }
    return ended == null
        ? Clock.running(t, word.dueAt(), opened.now(), SOON)
        : new Clock(Clock.State.MOVED, ended, ended, t.at(ended, opened.now()));
  }
}
