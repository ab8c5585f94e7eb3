package amends.app.security;

import amends.shared.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Pages for customers and strangers. There is no session and no cookie, so a forged request has
 * nothing to ride on; each form carries a seal of its own, which works within another site's frame
 * too and lets a look at the page write nothing.
 */
@Configuration(proxyBeanMethods = false)
class OpenChain {
  private static final String[] FOR_CUSTOMERS = {
    "/c/*", "/c/*/**", "/report/confirm/*", "/unsubscribe/*", "/our-promises", "/our-promises/*"
  };
  private static final String[] TO_EMBED = {"/report", "/report/*"};

  @Bean
  @Order(0)
  SecurityFilterChain customers(HttpSecurity http, Settings settings) {
    return open(http, SecurityChain.headers(settings), FOR_CUSTOMERS);
  }

  /** The one page that others may show in a frame, and only those that the operator names. */
  @Bean
  @Order(1)
  SecurityFilterChain reports(HttpSecurity http, Settings settings) {
    return open(http, SecurityChain.headers(settings).framedBy(settings.embedOrigins()), TO_EMBED);
  }

  /** Programs that call with a signature of their own; whoever has none hears nothing but no. */
  @Bean
  @Order(1)
  SecurityFilterChain programsThatCall(HttpSecurity http, Settings settings) {
    return open(http, SecurityChain.headers(settings), "/in/**");
  }

  private static SecurityFilterChain open(HttpSecurity http, SafeHeaders headers, String... paths) {
    return http.securityMatcher(paths)
        .headers(h -> h.defaultsDisabled().addHeaderWriter(headers))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(a -> a.anyRequest().permitAll())
        .build();
  }
}
