package amends.cases.web;

import amends.shared.page.Arguments;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import amends.time.Calendars;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controllers of cases name an {@link Ask} as a parameter and get this request's. */
@Configuration(proxyBeanMethods = false)
class Asking {
  @Bean
  WebMvcConfigurer asksAboutCases(
      ObjectProvider<Pages> pages, ObjectProvider<Calendars> calendars) {
    return Arguments.of(Ask.class, request -> ask(request, pages.getObject(), calendars));
  }

  private static Ask ask(
      Arguments.Request request, Pages pages, ObjectProvider<Calendars> calendars) {
    Page page = pages.of(request.servlet());
    return new Ask(
        page,
        request.laidDown(Viewer.class),
        number(request.named("id")),
        number(request.named("part")),
        request.typed(),
        () -> calendars.getObject().office(page.t().zone()));
  }

  /** Of a part that the route does not name, 0. */
  private static long number(String named) {
    return named.isEmpty() ? 0 : Ask.number(named);
  }
}
