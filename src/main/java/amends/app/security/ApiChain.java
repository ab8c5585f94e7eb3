package amends.app.security;

import amends.shared.Settings;
import amends.shared.api.Problems;
import amends.shared.api.RateLimits;
import amends.staff.ApiTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The way in for programs: no session, no cookie, and a token before anything else. */
@Configuration(proxyBeanMethods = false)
class ApiChain {
  /** What the API can do is no secret; generators read it before they have a token. */
  @Bean
  @Order(0)
  SecurityFilterChain descriptionOfTheApi(HttpSecurity http, Settings settings) {
    return bare(http, settings).securityMatcher("/api/v1/openapi.json").build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(
      HttpSecurity http,
      Settings settings,
      ApiTokens tokens,
      RateLimits limits,
      Problems problems) {
    return bare(http, settings)
        .securityMatcher("/api/**")
        .addFilterAfter(new TokenGate(tokens, limits, problems), HeaderWriterFilter.class)
        .build();
  }

  private static HttpSecurity bare(HttpSecurity http, Settings settings) {
    return http.headers(h -> h.defaultsDisabled().addHeaderWriter(SecurityChain.headers(settings)))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(a -> a.anyRequest().permitAll());
  }
}
