package amends.staff.provider;

import amends.shared.SignInSettings.Oidc;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The ways to the provider: none waits for long, none follows it elsewhere. */
final class Wire {
  static final String ID = "provider";
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(5);

  private final JdkClientHttpRequestFactory factory;

  Wire() {
    factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    factory.setReadTimeout(READ);
  }

  /** What the provider says of itself, under the address that the standard names. */
  ClientRegistration registration(Oidc oidc, URI baseUrl) {
    String issuer = oidc.issuer().toString();
    Map<String, Object> told =
        RestClient.builder()
            .requestFactory(factory)
            .build()
            .get()
            .uri(URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"))
            .retrieve()
            .body(new ParameterizedTypeReference<>() {});
    if (told == null || !issuer.equals(told.get("issuer"))) {
      throw new IllegalStateException("the provider says that it is another one");
    }
    return ClientRegistrations.fromOidcConfiguration(told)
        .registrationId(ID)
        .clientId(oidc.clientId())
        .clientSecret(oidc.clientSecret())
        .redirectUri(baseUrl + "/sign-in/provider/return")
        .scope("openid", "email", "profile")
        .build();
  }

  RestClient tokens() {
    return RestClient.builder()
        .requestFactory(factory)
        .configureMessageConverters(c ->
            c.addCustomConverter(new FormHttpMessageConverter())
                .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  JwtDecoder decoder(ClientRegistration known, InstantSource clock) {
    String keys =
        Objects.requireNonNull(
            known.getProviderDetails().getJwkSetUri(), "a provider without keys");
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .jwsAlgorithm(SignatureAlgorithm.PS256)
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .restOperations(new RestTemplate(factory))
            .build();
    JwtTimestampValidator times = new JwtTimestampValidator();
    times.setClock(clock.withZone(ZoneOffset.UTC));
    OidcIdTokenValidator token = new OidcIdTokenValidator(known);
    token.setClock(clock.withZone(ZoneOffset.UTC));
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, token));
    return decoder;
  }
}
