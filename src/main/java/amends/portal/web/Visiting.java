package amends.portal.web;

import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.page.Arguments;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Routes of a customer's own page, and of a colleague's way to it, name a visit and get it. */
@Configuration(proxyBeanMethods = false)
class Visiting {

  @Bean
  WebMvcConfigurer visitsByLink(ObjectProvider<Pages> pages) {
    return Arguments.of(
        LinkDoor.Visit.class,
        request ->
            new LinkDoor.Visit(
                pages.getObject().of(request.servlet()),
                request.named("token"),
                request.typed(),
                request.response()));
  }

  @Bean
  WebMvcConfigurer visitsFromTheDesk(ObjectProvider<Pages> pages) {
    return Arguments.of(
        DeskDoor.Visit.class,
        request ->
            new DeskDoor.Visit(
                pages.getObject().of(request.servlet()),
                request.laidDown(Viewer.class),
                number(request.named("id")),
                request.typed(),
                request.response(),
                request.next()));
  }

  /** What is no number leads nowhere. */
  private static long number(String named) {
    if (!named.matches("\\d{1,18}")) {
      throw new NotFound(Subject.of("case", 0));
    }
    return Long.parseLong(named);
  }
}
