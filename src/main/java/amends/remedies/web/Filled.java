package amends.remedies.web;

import amends.remedies.Amounts;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import amends.time.ByWhen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody filled in on one of these pages. */
record Filled(Page page, Viewer viewer, Map<String, String> typed) {
  static Filled blank(Page page, Viewer viewer) {
    return new Filled(page, viewer, Map.of());
  }

  String field(String name) {
    return typed.getOrDefault(name, "").strip();
  }

  boolean ticked(String name) {
    return !field(name).isEmpty();
  }

  int number(String name, int unless) {
    String written = field(name);
    if (written.isEmpty()) {
      return unless;
    }
    if (!written.matches("\\d{1,6}")) {
      throw new Refusal(name, "remedies.form.refusal.number");
    }
    return Integer.parseInt(written);
  }

  /** The number behind a choice; null when nothing was chosen. */
  @Nullable Long id(String name) {
    String written = field(name);
    return written.matches("\\d{1,18}") ? Long.valueOf(written) : null;
  }

  @Nullable LocalDate day(String name) {
    String written = field(name);
    if (written.isEmpty()) {
      return null;
    }
    return Days.read(name, written, "remedies.form.refusal.day");
  }

  @Nullable Instant moment(String name) {
    String written = field(name);
    return written.isEmpty() ? null : ByWhen.read(name, written, page.t(), page.now());
  }

  @Nullable Money money(String name, String currency) {
    String written = field(name);
    return written.isEmpty() ? null : Amounts.read(written, currency, name);
  }

  @Nullable Long minor(String name, String currency) {
    Money money = money(name, currency);
    return money == null ? null : money.minor();
  }

  /** Done, it leads on with one sentence; refused, the page comes back with everything typed. */
  ModelAndView act(
      RedirectAttributes next, Done done, Runnable act, Function<Form, ModelAndView> again) {
    return act(
        next,
        () -> {
          act.run();
          return done;
        },
        again);
  }

  /** The same, where only the act knows what to say. */
  ModelAndView act(
      RedirectAttributes next, Supplier<Done> act, Function<Form, ModelAndView> again) {
    Done done;
    try {
      done = act.get();
    } catch (Refusal refusal) {
      String field = typed.containsKey(refusal.field()) ? refusal.field() : "";
      ModelAndView refused = again.apply(Form.of(typed).refused(field, page.t().say(refusal)));
      refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return refused;
    }
    next.addFlashAttribute(Pages.FLASH, done.words());
    return new ModelAndView("redirect:" + done.to());
  }

  /** Without what was typed: a secret may be among it. */
  @Override
  public String toString() {
    return "Filled" + typed.keySet();
  }

  /** Where it leads, and what is said there. */
  record Done(String to, String words) {}
}
