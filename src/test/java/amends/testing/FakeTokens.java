package amends.testing;

import amends.shared.MailWays;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where Microsoft and Google hand out tokens, over real HTTP and by their published flows: consent
 * with a code and PKCE, refreshing (Microsoft hands out another refresh token each time, Google
 * none), client credentials, and the signed word of a service account.
 */
public final class FakeTokens {
  private static final FakeTokens ONLY = new FakeTokens();
  public static final MailWays WAYS = ONLY.ways();
  public static final String CLIENT = "mail-client";
  public static final String SECRET = "secret of the mail client";
  public static final String ROBOT = "mail@project.iam.example";

  private final HttpServer server;
  private final KeyPair keys = rsa();
  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Set<String> refreshes = ConcurrentHashMap.newKeySet();

  /** The access tokens that are good. */
  public final Set<String> good = ConcurrentHashMap.newKeySet();

  /** What was asked of the token endpoints. */
  public final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

  public volatile int lasts = 3600;

  /** {@code 500}, {@code client}, {@code no-refresh}; empty for none. */
  public volatile String fault = "";

  private FakeTokens() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** With everything forgotten. */
  public static FakeTokens fresh() {
    ONLY.codes.clear();
    ONLY.refreshes.clear();
    ONLY.good.clear();
    ONLY.asked.clear();
    ONLY.lasts = 3600;
    ONLY.fault = "";
    return ONLY;
  }

  private MailWays ways() {
    return new MailWays(
        false, false, "", 1, at("/microsoft"), at("/google/authorize"), at("/google/token"));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The key file that Google would give for a service account. */
  public String keyFile() {
    String pem =
        "-----BEGIN PRIVATE KEY-----\\n"
            + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\\n-----END PRIVATE KEY-----\\n";
    return "{\"type\":\"service_account\",\"client_email\":\"%s\",\"private_key_id\":\"k1\",\"private_key\":\"%s\"}"
        .formatted(ROBOT, pem);
  }

  /** What the browser does there: the person consents, and comes back with a code. */
  public Map<String, String> consent(URI address) {
    Map<String, String> query = form(address.getRawQuery());
    boolean right =
        CLIENT.equals(query.get("client_id"))
            && "code".equals(query.get("response_type"))
            && "S256".equals(query.get("code_challenge_method"))
            && query.getOrDefault("redirect_uri", "").endsWith("/mail-accounts/back")
            && !query.getOrDefault("state", "").isEmpty();
    boolean longLived =
        address.getPath().startsWith("/google")
            ? "offline".equals(query.get("access_type"))
            : query.getOrDefault("scope", "").contains("offline_access");
    if (!right || !longLived) {
      throw new IllegalArgumentException("asked wrongly: " + query);
    }
    String code = "code-" + number.incrementAndGet();
    codes.put(code, query);
    return Map.of("code", code, "state", query.get("state"));
  }

  /** The person takes the consent back, or a password change ends it. */
  public void revoke() {
    refreshes.clear();
    good.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = form(body);
    asked.add(form);
    String said = path.endsWith("/token") ? token(path, form) : "";
    int status = fault.equals("500") ? 503 : said.startsWith("{\"error\"") ? 400 : 200;
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String token(String path, Map<String, String> form) {
    boolean google = path.startsWith("/google");
    String grant = form.getOrDefault("grant_type", "");
    boolean jwt = grant.equals("urn:ietf:params:oauth:grant-type:jwt-bearer");
    boolean client =
        CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
    if (fault.equals("client") || !jwt && !client) {
      return error("invalid_client", "AADSTS7000222: the client secret has expired");
    }
    return switch (grant) {
      case "authorization_code" -> code(form, google);
      case "refresh_token" ->
          refreshes.contains(form.getOrDefault("refresh_token", ""))
              ? granted(!google)
              : error("invalid_grant", "the grant was revoked");
      case "client_credentials" ->
          !google && "https://outlook.office365.com/.default".equals(form.get("scope"))
              ? granted(false)
              : error("invalid_scope", "another scope is needed");
      default ->
          google && jwt && isSigned(form.getOrDefault("assertion", ""))
              ? granted(false)
              : error("invalid_grant", "the assertion is not good");
    };
  }

  private String code(Map<String, String> form, boolean google) {
    Map<String, String> query = codes.remove(form.getOrDefault("code", ""));
    boolean right =
        query != null
            && query.get("redirect_uri").equals(form.get("redirect_uri"))
            && query.get("code_challenge").equals(challenge(form.get("code_verifier")));
    return right
        ? granted(!fault.equals("no-refresh"))
        : error("invalid_grant", "the code is not good");
  }

  private String granted(boolean refresh) {
    String access = "access-" + number.incrementAndGet();
    good.add(access);
    String more = "";
    if (refresh) {
      String token = "refresh-" + number.incrementAndGet();
      refreshes.add(token);
      more = ",\"refresh_token\":\"" + token + "\"";
    }
    return "{\"token_type\":\"Bearer\",\"expires_in\":%d,\"access_token\":\"%s\"%s}"
        .formatted(lasts, access, more);
  }

  private boolean isSigned(String assertion) {
    try {
      SignedJWT jwt = SignedJWT.parse(assertion);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      long seconds =
          (claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()) / 1000;
      return jwt.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic()))
          && ROBOT.equals(claims.getIssuer())
          && claims.getSubject().contains("@")
          && claims.getAudience().equals(List.of(at("/google/token").toString()))
          && "https://mail.google.com/".equals(claims.getStringClaim("scope"))
          && seconds > 0
          && seconds <= 3600;
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  private static String error(String code, String words) {
    return "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(code, words);
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String coded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : coded.split("&", -1)) {
      String[] both = pair.split("=", 2);
      if (both.length == 2) {
        fields.put(
            URLDecoder.decode(both[0], StandardCharsets.UTF_8),
            URLDecoder.decode(both[1], StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator made = KeyPairGenerator.getInstance("RSA");
      made.initialize(2048);
      return made.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
