package amends.cases.web;

import amends.cases.Case;
import amends.cases.Draft;
import amends.cases.Splits;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving another matter that came up in a case a case of its own. */
@Controller
final class SplitPages implements Deed {
  private static final String PIECE = "piece-";
  private static final int SHOWN = 180;

  private final Splits splits;
  private final ActPage actPage;

  SplitPages(Splits splits, ActPage actPage) {
    this.splits = splits;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/split")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/split")
  ModelAndView split(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Form offered(Ask ask, Case matter) {
    return Form.of(Map.of("told", "no"));
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    return new Sheet(
        "split",
        "",
        splits.pieces(matter.id(), ask.viewer()).stream()
            .map(p ->
                new Choice(PIECE + p.code(), shortened(p.words()), about(t, p, ask.page().now())))
            .toList());
  }

  @Override
  public String act(Ask ask) {
    Set<String> pieces =
        ask.typed().keySet().stream()
            .filter(name -> name.startsWith(PIECE))
            .map(name -> name.substring(PIECE.length()))
            .collect(Collectors.toSet());
    if (ask.field("subject").isBlank()) {
      throw new Refusal("subject", "cases.refusal.no-subject");
    }
    Splits.Split how =
        new Splits.Split(
            pieces,
            ask.field("subject"),
            new Draft("", ask.field("next"), Typed.moment(ask, "by"), false),
            new Draft("", ask.field("next_here"), Typed.moment(ask, "by_here"), false),
            ask.field("told").equals("yes"));
    splits.split(ask.id(), how, ask.viewer());
    return "cases.done.split";
  }

  private static String about(Voice t, Splits.Piece piece, Instant now) {
    String ours = piece.underWay() ? "cases.split.piece.under-way" : "cases.split.piece.ours";
    return t.say(piece.ours() ? ours : "cases.split.piece", piece.who(), t.at(piece.at(), now));
  }

  private static String shortened(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
  }
}
