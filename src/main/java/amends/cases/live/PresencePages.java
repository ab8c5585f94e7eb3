package amends.cases.live;

import amends.cases.live.Presences.Present;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who else has a case open; and the page saying that its reader has. */
@Controller
final class PresencePages {
  private static final String NAME = "[A-Za-z0-9-]{1,40}";

  private final Presences presences;
  private final Texts texts;

  PresencePages(Presences presences, Texts texts) {
    this.presences = presences;
    this.texts = texts;
  }

  @GetMapping("/cases/{id}/presence")
  ModelAndView others(Viewer viewer, @PathVariable long id) {
    return new ModelAndView("cases/presentnow", "v", shown(id, viewer));
  }

  private PresenceView shown(long id, Viewer viewer) {
    List<Present> others = presences.others(id, viewer);
    return new PresenceView(texts.voice(viewer.locale(), viewer.zone()), others);
  }

  /**
   * @param doing looking, writing or gone
   * @param page a name that the page has given itself
   */
  @PostMapping("/cases/{id}/presence")
  ResponseEntity<Void> here(
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "looking") String doing,
      @RequestParam(defaultValue = "page") String page) {
    if (!page.matches(NAME)) {
      throw new Refusal("page", "cases.presence.page");
    }
    if (doing.equals("gone")) {
      presences.gone(id, page, viewer);
    } else {
      presences.here(id, page, doing.equals("writing"), viewer);
    }
    return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
  }
}
