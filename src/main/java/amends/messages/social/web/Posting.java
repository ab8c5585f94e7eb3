package amends.messages.social.web;

import amends.shared.page.Arguments;
import amends.shared.page.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controllers of posts name a {@link Posted} as a parameter and get this request's. */
@Configuration(proxyBeanMethods = false)
class Posting {
  @Bean
  WebMvcConfigurer asksAboutPosts(ObjectProvider<Pages> pages) {
    return Arguments.of(
        Posted.class, request -> new Posted(pages.getObject().of(request.servlet()), request));
  }
}
