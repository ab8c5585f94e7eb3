package amends.app.web;

import amends.shared.Settings;
import amends.shared.api.Guide;
import amends.shared.api.OpenApi;
import amends.shared.api.Problems;
import amends.shared.api.Routes;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The API for people: what the OpenAPI document says, to be read. */
@Controller
final class DeveloperPages {
  private final Routes routes;
  private final Settings settings;

  DeveloperPages(Routes routes, Settings settings) {
    this.routes = routes;
    this.settings = settings;
  }

  @GetMapping("/developers")
  ModelAndView show(Page page, Viewer viewer) {
    String server = settings.baseUrl().toString();
    Map<String, List<DevelopersView.Entry>> entries = new LinkedHashMap<>();
    Map<String, String> about = new LinkedHashMap<>();
    for (Routes.Route route : routes.all()) {
      String title = route.heading().title();
      about.put(title, route.heading().about());
      entries.computeIfAbsent(title, t -> new ArrayList<>()).add(entry(route, server));
    }
    List<DevelopersView.Section> sections =
        entries.entrySet().stream()
            .map(e ->
                new DevelopersView.Section(
                    e.getKey(), about.getOrDefault(e.getKey(), ""), e.getValue()))
            .toList();
    return new ModelAndView(
        "app/developers",
        "v",
        new DevelopersView(page, server + "/api/v1", sections, problems(page)));
  }

  private static List<DevelopersView.Problem> problems(Page page) {
    return Problems.KINDS.stream()
        .map(kind ->
            new DevelopersView.Problem(
                kind,
                page.t().say("shared.api.problem." + kind + ".title"),
                page.t().say("shared.api.problem." + kind)))
        .toList();
  }

  private static DevelopersView.Entry entry(Routes.Route route, String server) {
    List<Integer> statuses = new ArrayList<>();
    statuses.add(route.operation().status());
    statuses.addAll(OpenApi.problems(route));
    return new DevelopersView.Entry(
        route.operation().name(),
        route.method(),
        route.path(),
        route.operation().does(),
        route.operation().more(),
        route.operation().scope(),
        rows(Guide.asked(route)),
        rows(Guide.body(route)),
        rows(Guide.gives(route)),
        Guide.request(route, server),
        Guide.answer(route),
        statuses);
  }

  private static List<DevelopersView.Row> rows(List<Guide.Row> rows) {
    return rows.stream()
        .map(r -> new DevelopersView.Row(r.name(), r.kind(), r.required(), r.words()))
        .toList();
  }
}
