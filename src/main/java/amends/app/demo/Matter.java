package amends.app.demo;

import amends.cases.Cases;
import amends.cases.Draft;
import amends.cases.NewCase;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.complaints.Complaint;
import amends.complaints.Complaint.Received;
import amends.complaints.LetterKind;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One customer's matter, told act by act; each act is done when the play gets to its moment. */
final class Matter {
  private final Stage stage;
  private final Neighbour who;
  private long number;

  Matter(Stage stage, Neighbour who) {
    this.stage = stage;
    this.who = who;
  }

  /** Its number, once it has been opened. */
  long number() {
    return number;
  }

  /** The customer opens it by e-mail. */
  Matter writes(Instant at, String subject, String words) {
    stage.play().at(at, () -> stage.post().write(who.from(), subject, Flow.of(words)));
    return found(at);
  }

  /** The customer opens it by a mail of any shape: headers, an empty line, the body. */
  Matter sends(Instant at, String rest) {
    stage.play().at(at, () -> stage.post().raw(who.from(), Post.HELP, rest));
    return found(at);
  }

  private Matter found(Instant at) {
    stage
        .play()
        .at(
            at.plusSeconds(20),
            () -> number = stage.desk().newestOf(who.called(), stage.cast().morgan()));
    return this;
  }

  Matter answers(Instant at, String words) {
    stage.play().at(at, () -> stage.post().answer(who.from(), who.email(), Flow.of(words)));
    return this;
  }

  /**
   * A colleague opens it.
   *
   * @param next what is promised, or for a customer who does not know yet: what we look at
   */
  Matter opened(Instant at, Viewer by, Told told, String next, Instant dueAt) {
    stage
        .play()
        .at(
            at,
            () -> {
              boolean knows = !told.channel().equals("ourselves");
              NewCase draft =
                  new NewCase(
                      stage.cast().brand.id(),
                      by.teams().iterator().next(),
                      by.id(),
                      stage.village().id(who),
                      told.channel(),
                      told.subject(),
                      told.happened(),
                      told.asks(),
                      told.order() == null ? null : stage.village().order(told.order()),
                      told.serial() == null ? null : stage.village().unit(told.serial()),
                      knows,
                      knows ? Promise.Kind.CONTACT : Promise.Kind.LOOK,
                      next,
                      dueAt,
                      by.actor());
              number = cases().open(draft, by).id();
              if (knows) {
                cases().state(number, "customer", who.called(), told.happened(), by);
              }
            });
    return this;
  }

  /** What a colleague writes down when opening a matter. */
  record Told(
      String channel,
      String subject,
      String happened,
      @Nullable String asks,
      @Nullable String order,
      @Nullable String serial) {}

  Matter reply(Instant at, Viewer by, String text, String next, Instant dueAt) {
    return act(at, () -> cases().reply(number, promising(text, next, dueAt), by));
  }

  Matter replyAndWait(Instant at, Viewer by, String text) {
    return act(at, () -> cases().reply(number, nothingMore(text), by));
  }

  Matter call(Instant at, Viewer by, String way, int minutes, Draft said) {
    return act(at, () -> cases().call(number, way, minutes, said, by));
  }

  Matter note(Instant at, Viewer by, String words) {
    return act(at, () -> cases().note(number, words, by));
  }

  /**
   * @param side customer or colleague
   */
  Matter tells(Instant at, Viewer by, String side, String teller, String words) {
    return act(at, () -> cases().state(number, side, teller, words, by));
  }

  Matter feels(Instant at, Viewer by, String mood) {
    return act(at, () -> cases().feels(number, mood, by));
  }

  Matter handOver(Instant at, Viewer by, String owner, String words) {
    return act(at, () -> cases().handOver(number, owner, words, by));
  }

  Matter settle(Instant at, Viewer by, Outcome outcome, String done, Instant followUpAt) {
    return act(
        at,
        () ->
            cases()
                .settle(
                    number,
                    new Settling(outcome, done, null, null, null, null, followUpAt, null),
                    by));
  }

  Matter refuse(Instant at, Viewer by, String done, String reasons, String turnTo, Instant again) {
    return act(
        at,
        () ->
            cases()
                .settle(
                    number,
                    new Settling(Outcome.REFUSED, done, reasons, turnTo, null, null, again, null),
                    by));
  }

  Matter duplicateOf(Instant at, Viewer by, Matter survivor, String done) {
    return act(
        at,
        () ->
            cases()
                .settle(
                    number,
                    new Settling(
                        Outcome.DUPLICATE, done, null, null, survivor.number(), null, null, null),
                    by));
  }

  /**
   * @param result right, not_right or no_answer
   */
  Matter followUp(Instant at, Viewer by, String result, String channel, String words) {
    return act(at, () -> cases().followUp(number, result, channel, nothingMore(words), by));
  }

  /** A colleague holds it as a formal complaint by the house's own rules, and acknowledges that. */
  Matter held(Instant at, Instant received, Viewer by, String wants) {
    Desk.Formal formal = stage.desk().formal();
    act(
        at,
        () ->
            formal
                .complaints()
                .receive(
                    number,
                    new Received(
                        received,
                        "written",
                        wants,
                        "A consumer who bought from us",
                        false,
                        false,
                        List.of("iso-10002")),
                    by));
    return act(
        at.plusSeconds(300),
        () -> {
          Voice t = formal.texts().voice(by.locale(), by.zone());
          Complaint complaint = formal.complaints().of(number).orElseThrow();
          String words = formal.letters().prepared(complaint, LetterKind.ACKNOWLEDGEMENT, t);
          formal.letters().send(number, LetterKind.ACKNOWLEDGEMENT, nothingMore(words), by, t);
        });
  }

  /** Anything else, with the number of the case. */
  Matter also(Instant at, LongConsumer act) {
    return act(at, () -> act.accept(number));
  }

  static Draft promising(String text, String next, Instant dueAt) {
    return new Draft(Flow.of(text), next, dueAt, false);
  }

  static Draft nothingMore(String text) {
    return new Draft(Flow.of(text), null, null, true);
  }

  private Matter act(Instant at, Runnable act) {
    stage.play().at(at, act);
    return this;
  }

  private Cases cases() {
    return stage.desk().cases();
  }
}
