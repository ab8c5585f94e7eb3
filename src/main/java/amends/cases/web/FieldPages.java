package amends.cases.web;

import amends.cases.Case;
import amends.cases.FieldValues;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The fields of the house, filled in one case. */
@Controller
final class FieldPages implements Deed {
  private final FieldValues values;
  private final ActPage actPage;

  FieldPages(FieldValues values, ActPage actPage) {
    this.values = values;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/fields")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/fields")
  ModelAndView fill(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Form offered(Ask ask, Case matter) {
    return Form.of(CaseFields.typed(values.of(matter)));
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    var inputs = CaseFields.inputs(ask.page().t(), matter, values.of(matter));
    String note = inputs.isEmpty() ? ask.page().t().say("cases.fields.none") : "";
    return new Sheet("fields", note, List.of(), inputs);
  }

  @Override
  public String act(Ask ask) {
    values.set(ask.id(), ask.typed(), ask.viewer());
    return "cases.done.fields";
  }
}
