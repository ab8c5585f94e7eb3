package amends.remedies.web;

import amends.shared.page.Arguments;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controllers of remedies name a {@link Filled} as a parameter and get this request's. */
@Configuration(proxyBeanMethods = false)
class Filling {
  @Bean
  WebMvcConfigurer fillsInRemedies(ObjectProvider<Pages> pages) {
    return Arguments.of(
        Filled.class,
        request ->
            new Filled(
                pages.getObject().of(request.servlet()),
                request.laidDown(Viewer.class),
                request.typed()));
  }
}
