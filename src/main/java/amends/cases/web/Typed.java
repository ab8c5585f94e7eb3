package amends.cases.web;

import amends.cases.Draft;
import amends.cases.Replies;
import amends.customers.Channel;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.time.ByWhen;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was typed into a form of the desk. */
final class Typed {
  private Typed() {}

  /** The moment in a field; null when nothing was typed. */
  static @Nullable Instant moment(Ask ask, String field) {
    String typed = ask.field(field);
    return typed.isBlank()
        ? null
        : ByWhen.read(field, typed, ask.page().t(), ask.page().now(), ask.office().get());
  }

  /**
   * @throws Refusal when nothing was typed
   */
  static Instant required(Ask ask, String field) {
    Instant at = moment(ask, field);
    if (at == null) {
      throw new Refusal(field, "cases.refusal.no-moment");
    }
    return at;
  }

  /** The channel that was chosen; null for none. */
  static @Nullable Channel channel(Ask ask, String field) {
    String code = ask.field(field);
    return code.isBlank() ? null : Channel.of(code);
  }

  /** What was said, and what happens next. */
  static Draft draft(Ask ask, String text) {
    boolean nothing = ask.field("nothing_more").equals("yes");
    Draft draft =
        new Draft(
            ask.field(text),
            ask.field("next"),
            nothing ? null : moment(ask, "by"),
            nothing,
            nothing ? null : number(ask, "rests"));
    return draft.with(purpose(ask.field("purpose"))).settling(settled(ask));
  }

  /** What a call settles, as it was chosen, and what a reply does and promises once more. */
  private static Set<Long> settled(Ask ask) {
    return Stream.of("settled", "done")
        .map(field -> Optional.ofNullable(number(ask, field)))
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static Draft.Purpose purpose(String typed) {
    return switch (typed) {
      case "change" -> Draft.Purpose.CHANGE;
      case "duty" -> Draft.Purpose.DUTY;
      default -> Draft.Purpose.USUAL;
    };
  }

  /** A reply, with what the page knew when it was written. */
  static Replies.Written written(Ask ask) {
    Long seen = number(ask, "seen");
    return new Replies.Written(
        draft(ask, "text").by(ask.field("way"), moment(ask, "later")),
        ask.typed(),
        seen == null ? Long.MAX_VALUE : seen,
        version(ask));
  }

  /** The version of the draft that the page knows; 0 for none. */
  static int version(Ask ask) {
    String typed = ask.field("draft_version");
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
  }

  static @Nullable Integer minutes(Ask ask) {
    String typed = ask.field("minutes").strip();
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("\\d{1,3}")) {
      throw new Refusal("minutes", "cases.refusal.minutes");
    }
    return Integer.valueOf(typed);
  }

  static @Nullable Long number(Ask ask, String field) {
    String typed = ask.field(field).strip();
    return typed.matches("#?\\d{1,18}") ? Long.valueOf(typed.replace("#", "")) : null;
  }

  /** Nothing to say is nothing said. */
  static @Nullable String orNull(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }

  /**
   * The form as it came, with the sentence beside its field; of a field that the form does not
   * have, for the whole form.
   */
  static Form refused(Ask ask, Refusal refusal) {
    String field = refusal.field().equals("due") ? "by" : refusal.field();
    String shown = ask.typed().containsKey(field) ? field : "";
    return Form.of(ask.typed()).refused(shown, ask.page().t().say(refusal));
  }
}
