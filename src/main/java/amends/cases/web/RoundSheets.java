package amends.cases.web;

import amends.cases.Round;
import amends.cases.Rounds;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of one reply to many. */
@Component
final class RoundSheets {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Rounds rounds;
  private final Acting acting;
  private final Offers offers;

  RoundSheets(Rounds rounds, Acting acting, Offers offers) {
    this.rounds = rounds;
    this.acting = acting;
    this.offers = offers;
  }

  /** A moment as it can be typed again, in the viewer's zone. */
  static String typed(Instant at, Ask ask) {
    return TYPED.format(LocalDateTime.ofInstant(at, ask.page().t().zone()));
  }

  ModelAndView written(Ask ask, @Nullable Round round, Form form, List<Long> cases) {
    Voice t = ask.page().t();
    List<RoundView.Pick> picks =
        rounds.chosen(cases, ask.viewer()).stream()
            .map(one -> new RoundView.Pick(one.caseId(), one.customer(), one.subject(), true))
            .toList();
    List<RoundView.Letter> letters =
        round == null
            ? List.of()
            : rounds.letters(round.id(), ask.viewer()).stream().map(l -> letter(l, t)).toList();
    RoundView view =
        new RoundView(
            ask.page(),
            round == null ? null : round.id(),
            acting.withToken(form),
            picks,
            letters,
            offers.moments(t, ask.page().now()));
    return new ModelAndView("cases/round", "v", view);
  }

  private static RoundView.Letter letter(Round.Letter letter, Voice t) {
    String hindrance = letter.hindrance();
    return new RoundView.Letter(
        letter.caseId(),
        letter.customer(),
        letter.subject(),
        letter.body(),
        hindrance == null ? null : t.say(hindrance));
  }

  ModelAndView sent(Ask ask, Round round) {
    Voice t = ask.page().t();
    List<Round.Part> parts = rounds.parts(round.id(), ask.viewer());
    long sent = parts.stream().filter(p -> p.messageId() != null).count();
    long coming = parts.stream().filter(p -> !p.done()).count();
    RoundView.Sent view =
        new RoundView.Sent(
            ask.page(),
            round.id(),
            acting.withToken(Form.blank()).value("once"),
            state(round, coming),
            sent,
            coming,
            parts.stream().map(p -> line(p, t)).toList(),
            round.undoneAt() == null && rounds.undoable(round));
    return new ModelAndView("cases/roundsent", "v", view);
  }

  private static String state(Round round, long coming) {
    if (round.undoneAt() != null) {
      return "undone";
    }
    return coming > 0 ? "going" : "done";
  }

  private static RoundView.Line line(Round.Part part, Voice t) {
    String skipped = part.skipped();
    String state =
        skipped != null
            ? t.say(skipped)
            : t.say(
                part.messageId() == null
                    ? "cases.round.line.coming"
                    : part.takenBack() ? "cases.round.line.back" : "cases.round.line.written");
    return new RoundView.Line(
        part.caseId(),
        part.customer(),
        part.subject(),
        state,
        part.messageId() != null && !part.takenBack());
  }
}
