package amends.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A company's sign-in as OpenID Connect has it, over real HTTP and with real keys: discovery, keys,
 * and a token for a code. Whoever asks is let in as the person that the test names.
 */
public final class FakeProvider implements AutoCloseable {
  public static final String CLIENT = "amends";
  public static final String SECRET = "a secret of the client";
  private static final String CODE = "the-code";

  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final KeyPair keys = rsa();
  private final KeyPair others = rsa();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** The claims of the next token, over the right ones. Null takes a claim out. */
  public final Map<String, Object> claims = new LinkedHashMap<>();

  /**
   * What goes wrong: {@code config-500}, {@code token-500}, {@code token-slow}, {@code other-key}.
   */
  public String fault = "";

  private String nonce = "";
  private String challenge = "";

  public FakeProvider(InstantSource clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(hands);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realm");
  }

  /** What the browser does there: reads the question, and comes back with a code. */
  public String authorize(String address) {
    Map<String, String> asked = query(URI.create(address).getRawQuery());
    nonce = asked.getOrDefault("nonce", "");
    challenge = asked.getOrDefault("code_challenge", "");
    boolean right =
        CLIENT.equals(asked.get("client_id"))
            && "code".equals(asked.get("response_type"))
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.getOrDefault("scope", "").contains("openid");
    if (!right) {
      throw new IllegalArgumentException("asked wrongly: " + asked);
    }
    String back = asked.get("redirect_uri");
    return back.substring(back.indexOf("/sign-in")) + "?code=the-code&state=" + asked.get("state");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body =
        switch (path) {
          case "/realm/.well-known/openid-configuration" ->
              fault.equals("config-500") ? "" : configuration();
          case "/realm/keys" -> jwks();
          case "/realm/token" -> token(exchange);
          default -> "";
        };
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    int status = bytes.length == 0 ? 500 : body.startsWith("{\"error\"") ? 400 : 200;
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String configuration() {
    String at = issuer().toString();
    return json(
        Map.of(
            "issuer",
            at,
            "authorization_endpoint",
            at + "/authorize",
            "token_endpoint",
            at + "/token",
            "jwks_uri",
            at + "/keys",
            "end_session_endpoint",
            at + "/end",
            "subject_types_supported",
            new String[] {"public"},
            "response_types_supported",
            new String[] {"code"},
            "id_token_signing_alg_values_supported",
            new String[] {"RS256"}));
  }

  private String jwks() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":["
        + json(
            Map.of(
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "kid", "one",
                "n", base64(unsigned(key.getModulus())),
                "e", base64(unsigned(key.getPublicExponent()))))
        + "]}";
  }

  private String token(HttpExchange exchange) throws IOException {
    if (fault.equals("token-slow")) {
      awaitClose();
    }
    if (fault.equals("token-500")) {
      return "";
    }
    Map<String, String> form =
        query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String basic = exchange.getRequestHeaders().getFirst("Authorization");
    String right =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes());
    boolean verified =
        challenge.equals(base64(sha256(form.getOrDefault("code_verifier", "").getBytes())));
    if (!right.equals(basic) || !CODE.equals(form.get("code")) || !verified) {
      return "{\"error\":\"invalid_grant\"}";
    }
    return json(
        Map.of(
            "access_token",
            "access",
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            jwt()));
  }

  private String jwt() {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("iss", issuer().toString());
    all.put("sub", "subject-1");
    all.put("aud", CLIENT);
    all.put("iat", now);
    all.put("exp", now + 300);
    all.put("nonce", nonce);
    all.putAll(claims);
    all.values().removeIf(java.util.Objects::isNull);
    String head = json(Map.of("alg", "RS256", "kid", "one", "typ", "JWT"));
    String said = base64(head.getBytes()) + "." + base64(json(all).getBytes());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign((fault.equals("other-key") ? others : keys).getPrivate());
      signature.update(said.getBytes());
      return said + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
      maker.initialize(2048);
      return maker.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String json(Map<String, ?> members) {
    return members.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":" + value(e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Object value) {
    return switch (value) {
      case String[] many ->
          Arrays.stream(many).map(FakeProvider::value).collect(Collectors.joining(",", "[", "]"));
      case String word -> '"' + word + '"';
      default -> String.valueOf(value);
    };
  }

  private static Map<String, String> query(String raw) {
    return Arrays.stream(raw.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    hands.shutdownNow();
  }
}
