package amends.app.security;

import amends.shared.Settings;
import amends.staff.Staff;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Who may come in at all; what a person may do inside is asked of {@code Permits}. Everything that
 * is not named here wants somebody signed in.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {
  private static final String[] FOR_MACHINES = {
    "/assets/**", "/favicon.ico", "/health", "/ready", "/metrics"
  };
  private static final String[] FOR_EVERYBODY = {
    "/sign-in", "/sign-in/**", "/first-start/*", "/error"
  };
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  /**
   * Requests are timed as a whole; a timer around each of fifteen filters took about as long as the
   * filters.
   */
  @Bean
  static SecurityObservationSettings requestsAlone() {
    return SecurityObservationSettings.noObservations();
  }

  /** No session, no person: replies that are the same for everybody. */
  @Bean
  @Order(2)
  SecurityFilterChain machines(HttpSecurity http, Settings settings) {
    return http.securityMatcher(FOR_MACHINES)
        .headers(h -> h.defaultsDisabled().addHeaderWriter(headers(settings)))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(a ->
            a.requestMatchers("/metrics")
                .access(SecurityChain::onThisMachine)
                .anyRequest()
                .permitAll())
        .exceptionHandling(
            e -> e.authenticationEntryPoint((request, response, denied) -> response.sendError(404)))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain people(
      HttpSecurity http, Settings settings, Staff staff, InstantSource clock) {
    Strangers strangers = new Strangers();
    return http.headers(h -> h.defaultsDisabled().addHeaderWriter(headers(settings)))
        .securityContext(
            c -> c.securityContextRepository(new HttpSessionSecurityContextRepository()))
        .csrf(c -> c.csrfTokenRepository(new PageTokens()))
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterAfter(
            new Presence(staff, clock, settings.signIn().longest()),
            SecurityContextHolderFilter.class)
        .exceptionHandling(
            e -> e.authenticationEntryPoint(strangers).accessDeniedHandler(strangers))
        .authorizeHttpRequests(a ->
            a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(FOR_EVERYBODY)
                .permitAll()
                .anyRequest()
                .authenticated())
        .build();
  }

  /** Several installations on one machine differ by port, which cookies do not see. */
  @Bean
  CookieSerializer cookies(Settings settings) {
    return cookie(settings.baseUrl());
  }

  static CookieSerializer cookie(URI baseUrl) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    boolean https = isHttps(baseUrl);
    String name = baseUrl.getPort() < 0 ? "amends" : "amends-" + baseUrl.getPort();
    cookie.setCookieName(https ? "__Host-" + name : name);
    // Else it follows the request, which a trusted proxy may have taken by https.
    if (https) cookie.setUseSecureCookie(true);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    return cookie;
  }

  static SafeHeaders headers(Settings settings) {
    return new SafeHeaders(isHttps(settings.baseUrl()));
  }

  private static boolean isHttps(URI baseUrl) {
    return "https".equals(baseUrl.getScheme());
  }

  private static AuthorizationResult onThisMachine(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    return new AuthorizationDecision(comesFromThisMachine(context.getRequest()));
  }

  /** What a proxy on this machine hands on does not come from this machine. */
  static boolean comesFromThisMachine(HttpServletRequest request) {
    return LOOPBACK.contains(request.getRemoteAddr())
        && FORWARDED.stream().allMatch(h -> request.getHeader(h) == null);
  }
}
