package amends.staff.provider;

import amends.shared.SignInSettings.Oidc;
import amends.staff.provider.Provider.Journey;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;

/**
 * One provider, with its configuration. Code flow with PKCE; state, nonce and token are checked.
 */
final class ProviderClient {
  private final Oidc oidc;
  private final Wire wire;
  private final ClientRegistration registration;
  private final DefaultOAuth2AuthorizationRequestResolver resolver;
  private final OidcAuthorizationCodeAuthenticationProvider codes;

  private ProviderClient(
      Oidc oidc, Wire wire, ClientRegistration registration, InstantSource clock) {
    this.oidc = oidc;
    this.wire = wire;
    this.registration = registration;
    this.resolver =
        new DefaultOAuth2AuthorizationRequestResolver(
            new InMemoryClientRegistrationRepository(registration), "/sign-in");
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(wire.tokens());
    // What we need stands in the signed token; the further request would only be one more thing
    // that can fail.
    OAuth2UserService<OidcUserRequest, OidcUser> asTheTokenSays =
        request -> new DefaultOidcUser(List.of(), request.getIdToken());
    this.codes = new OidcAuthorizationCodeAuthenticationProvider(tokens, asTheTokenSays);
    codes.setJwtDecoderFactory(known -> wire.decoder(known, clock));
  }

  /**
   * @throws ProviderTrouble when the provider does not tell its configuration
   */
  static ProviderClient discover(Oidc oidc, URI baseUrl, InstantSource clock) {
    Wire wire = new Wire();
    try {
      return new ProviderClient(oidc, wire, wire.registration(oidc, baseUrl), clock);
    } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
      throw away("its configuration cannot be read", e);
    }
  }

  Journey begin(HttpServletRequest request) {
    OAuth2AuthorizationRequest question =
        Objects.requireNonNull(resolver.resolve(request, Wire.ID), "no authorization request");
    return new Journey(question.getAuthorizationRequestUri(), question);
  }

  Account finish(Serializable question, HttpServletRequest request) {
    if (!(question instanceof OAuth2AuthorizationRequest asked)) {
      throw refused("nothing was asked", new IllegalStateException("no question"));
    }
    var exchange = new OAuth2AuthorizationExchange(asked, answer(asked, request));
    try {
      Authentication in =
          codes.authenticate(new OAuth2LoginAuthenticationToken(registration, exchange));
      if (in != null && in.getPrincipal() instanceof OidcUser user) {
        return account(user);
      }
      throw refused("no account in the answer", new IllegalStateException("no account"));
    } catch (OAuth2AuthenticationException e) {
      throw isAway(e) ? away(e.getError().getErrorCode(), e) : refused(codeOf(e), e);
    } catch (JwtException | RestClientException e) {
      throw isAway(e) ? away("no answer", e) : refused("the token", e);
    }
  }

  Optional<URI> signOut() {
    Object end =
        registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    return end instanceof String address ? Optional.of(URI.create(address)) : Optional.empty();
  }

  private static OAuth2AuthorizationResponse answer(
      OAuth2AuthorizationRequest asked, HttpServletRequest request) {
    String code = request.getParameter("code");
    String error = request.getParameter("error");
    var answer =
        code == null || code.isEmpty()
            ? OAuth2AuthorizationResponse.error(error == null ? "no_code" : error)
            : OAuth2AuthorizationResponse.success(code);
    return answer
        .state(Objects.requireNonNullElse(request.getParameter("state"), ""))
        .redirectUri(Objects.requireNonNullElse(asked.getRedirectUri(), ""))
        .build();
  }

  private Account account(OidcUser user) {
    return new Account(
        oidc.issuer().toString(),
        Objects.requireNonNull(user.getSubject(), "a token without a subject"),
        Objects.requireNonNullElse(user.getFullName(), ""),
        Objects.requireNonNullElse(user.getEmail(), "").strip(),
        Boolean.TRUE.equals(user.getEmailVerified()),
        groups(user.getClaims().get(oidc.rolesClaim())));
  }

  private static List<String> groups(@Nullable Object claim) {
    return switch (claim) {
      case Collection<?> many -> many.stream().map(String::valueOf).toList();
      case String one -> List.of(one);
      case null, default -> List.of();
    };
  }

  /** The library tells a server that failed and a token that lied by the same exception. */
  private static boolean isAway(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.io.IOException
          || cause instanceof org.springframework.web.client.HttpServerErrorException) {
        return true;
      }
    }
    return false;
  }

  private static String codeOf(OAuth2AuthenticationException e) {
    return e.getError().getErrorCode();
  }

  private static ProviderTrouble away(String detail, Exception cause) {
    return new ProviderTrouble(ProviderTrouble.Kind.AWAY, detail, cause);
  }

  private static ProviderTrouble refused(String detail, Exception cause) {
    return new ProviderTrouble(ProviderTrouble.Kind.REFUSED, detail, cause);
  }
}
