package amends.cases.web;

import amends.cases.Cases;
import amends.cases.Draft;
import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Outlet;
import amends.messages.Outlooks;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows a reply as it will arrive, while it is being written. */
@Controller
final class PreviewPages {
  /** What is printed and posted is seldom read sooner. */
  private static final Duration POST = Duration.ofDays(3);

  private final Cases cases;
  private final Customers customers;
  private final Outlooks outlooks;

  PreviewPages(Cases cases, Customers customers, Outlooks outlooks) {
    this.cases = cases;
    this.customers = customers;
    this.outlooks = outlooks;
  }

  @PostMapping("/cases/{id}/previews")
  ModelAndView preview(Ask ask) {
    return new ModelAndView("cases/preview", "v", view(ask));
  }

  private PreviewView view(Ask ask) {
    Voice t = ask.page().t();
    cases.see(ask.id(), ask.viewer());
    if (ask.field("text").isBlank()) {
      return PreviewView.nothing(t, t.say("cases.preview.none"));
    }
    try {
      return shown(ask, cases.preview(ask.id(), draft(ask), ask.viewer()));
    } catch (Refusal refusal) {
      return PreviewView.nothing(t, t.say(refusal));
    }
  }

  /** What cannot be read yet is left out: the form itself says so when it is sent. */
  static Draft draft(Ask ask) {
    boolean nothing = ask.field("nothing_more").equals("yes");
    Instant by = moment(ask, "by");
    return new Draft(
            ask.field("text"),
            nothing || by == null ? null : ask.field("next"),
            nothing ? null : by,
            nothing || by == null)
        .by(ask.field("way"), moment(ask, "later"));
  }

  private static @Nullable Instant moment(Ask ask, String field) {
    try {
      return Typed.moment(ask, field);
    } catch (Refusal unreadable) {
      return null;
    }
  }

  private PreviewView shown(Ask ask, Outgoing draft) {
    Voice t = ask.page().t();
    Outlooks.Outlook outlook = outlooks.of(draft);
    Outlet.Measure measure = outlook.measure();
    Medium medium = draft.medium();
    String why = outlook.why();
    Instant from = outlook.from();
    return new PreviewView(
        t,
        medium.code(),
        to(draft),
        medium == Medium.EMAIL || medium == Medium.LETTER ? draft.subject() : "",
        List.of(draft.body().split("\n\n", -1)),
        leaves(ask, medium, from, why) + late(ask, medium),
        measure == null ? "" : t.say(measure.key(), measure.numbers().toArray()),
        from == null && why != null ? t.say(why) : null);
  }

  /** A chat stands on the customer's own page: that is no address to show. */
  private List<String> to(Outgoing draft) {
    if (draft.medium() == Medium.CHAT) {
      return List.of();
    }
    boolean post = draft.medium() == Medium.LETTER || draft.medium() == Medium.NOTE;
    return post
        ? Stream.concat(
                Stream.of(customers.customer(draft.customerId()).name()),
                Arrays.stream(draft.toAddress().split(",", -1)).map(String::strip))
            .toList()
        : List.of(draft.toAddress());
  }

  /** A letter that promises something for today tells of it when it is over. */
  private static String late(Ask ask, Medium medium) {
    boolean post = medium == Medium.LETTER || medium == Medium.NOTE;
    Instant by = ask.field("nothing_more").equals("yes") ? null : moment(ask, "by");
    Voice t = ask.page().t();
    return post && by != null && by.isBefore(ask.page().now().plus(POST))
        ? " " + t.say("cases.preview.people.late", t.at(by, ask.page().now()))
        : "";
  }

  private static String leaves(
      Ask ask, Medium medium, @Nullable Instant from, @Nullable String why) {
    Voice t = ask.page().t();
    if (from == null) {
      return "";
    }
    if (why != null) {
      return t.say("cases.preview.leaves.at", t.at(from, ask.page().now()), t.say(why));
    }
    return medium.byPeople()
        ? t.say("cases.preview.people." + medium.code())
        : t.say("cases.preview.leaves.now");
  }
}
