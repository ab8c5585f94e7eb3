package amends.cases.web;

import amends.cases.Case;
import amends.cases.Moving;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving a promise: the customer hears the new moment and why, before the old one is due. */
@Controller
final class MovePages implements Deed {
  private final PromiseActs promises;
  private final ActPage actPage;

  MovePages(PromiseActs promises, ActPage actPage) {
    this.promises = promises;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/promises/{part}/move")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/promises/{part}/move")
  ModelAndView move(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Form offered(Ask ask, Case matter) {
    return Form.of(Map.of("told", PromiseActs.WRITE));
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    return new Sheet("move", promises.note(ask), promises.told(ask));
  }

  @Override
  public String act(Ask ask) {
    String told = ask.field("told");
    boolean written = told.equals(PromiseActs.WRITE) || told.isBlank();
    Moving how =
        new Moving(
            Typed.required(ask, "by"),
            written ? null : PromiseActs.word(ask, "told"),
            ask.field("why"),
            ask.field("instead"));
    promises.renewals().move(ask.id(), ask.part(), how, ask.viewer());
    return written ? "cases.done.moved" : "cases.done.moved-told";
  }
}
