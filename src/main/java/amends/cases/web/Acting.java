package amends.cases.web;

import amends.cases.Once;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Pages;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A form that acts: once, however often it is sent. Done, it leads on with one sentence that says
 * so; refused, it comes back with everything that was typed.
 */
@Component
final class Acting {
  private final Once once;

  Acting(Once once) {
    this.once = once;
  }

  /** What a form does. */
  interface Act {
    /**
     * @return key of the sentence that says what was done
     */
    String run();
  }

  /** Where it leads, and how the form looks when it is refused. */
  interface Way {
    String done();

    ModelAndView refused(Form form);
  }

  /** The form with a token of its own, unless it carries one already. */
  Form withToken(Form form) {
    if (!form.value("once").isEmpty()) {
      return form;
    }
    Map<String, String> values = new HashMap<>(form.values());
    values.put("once", once.token());
    return new Form(values, form.errors());
  }

  ModelAndView act(Ask ask, RedirectAttributes next, Act act, Way way) {
    AtomicReference<String> done = new AtomicReference<>("cases.done.already");
    try {
      once.run(ask.field("once"), ask.viewer(), () -> done.set(act.run()));
    } catch (Refusal refusal) {
      ModelAndView again = way.refused(Typed.refused(ask, refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say(Objects.requireNonNull(done.get())));
    return new ModelAndView("redirect:" + way.done());
  }

  /** A way from functions, for pages that differ in nothing else. */
  static Way way(String done, Function<Form, ModelAndView> refused) {
    return new Way() {
      @Override
      public String done() {
        return done;
      }

      @Override
      public ModelAndView refused(Form form) {
        return refused.apply(form);
      }
    };
  }
}
