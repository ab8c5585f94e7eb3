package amends.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import amends.testing.Browser;
import amends.testing.DatabaseTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class HeadersTest {
  @Autowired MockMvc mvc;

  @Test
  void everyPageForbidsWhatItDoesNotNeed() {
    MockHttpServletResponse page = new Browser(mvc).open("/sign-in");
    assertThat(page.getHeader("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe", "*");
    assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(page.getHeader("Permissions-Policy")).contains("camera=()");
    assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(page.getHeader("Strict-Transport-Security")).isNull();
    assertThat(page.getContentType()).isEqualTo("text/html;charset=UTF-8");
  }

  @Test
  void aControllerMayBeStricterAndIsNotOverruled() {
    MockHttpServletResponse response = new MockHttpServletResponse();
    response.setHeader("Content-Security-Policy", "sandbox");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    new SafeHeaders(true).writeHeaders(new MockHttpServletRequest(), response);
    assertThat(response.getHeaders("Content-Security-Policy")).containsExactly("sandbox");
    assertThat(response.getHeaders("X-Frame-Options")).containsExactly("SAMEORIGIN");
    assertThat(response.getHeader("Strict-Transport-Security"))
        .isEqualTo("max-age=31536000; includeSubDomains");
  }

  @Test
  void assetsMayBeKeptAndOpenNoSession() {
    for (String asset : List.of("/assets/tokens.css", "/assets/htmx.js", "/assets/sprite.svg")) {
      MockHttpServletResponse response = new Browser(mvc).send(get(asset));
      assertThat(response.getStatus()).as(asset).isEqualTo(200);
      assertThat(response.getHeader("Cache-Control")).contains("max-age=", "public");
      assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(response.getCookies()).isEmpty();
      String tag = response.getHeader("ETag");
      assertThat(new Browser(mvc).send(get(asset).header("If-None-Match", tag)).getStatus())
          .isEqualTo(304);
    }
    assertThat(new Browser(mvc).send(get("/assets/none.css")).getStatus()).isEqualTo(404);
    assertThat(new Browser(mvc).send(get("/assets/../application.properties")).getStatus())
        .isGreaterThanOrEqualTo(400);
  }

  @Test
  void theCookieIsForThisHouseAlone() {
    String http = cookie("http://desk.example:8080");
    assertThat(http).startsWith("amends-8080=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(http).doesNotContain("Secure", "Domain");
    String https = cookie("https://desk.example");
    assertThat(https).startsWith("__Host-amends=").contains("HttpOnly", "SameSite=Lax", "Secure");
    assertThat(https).doesNotContain("Domain");
  }

  private static String cookie(String baseUrl) {
    CookieSerializer serializer = SecurityChain.cookie(URI.create(baseUrl));
    MockHttpServletResponse response = new MockHttpServletResponse();
    serializer.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "abc"));
    return String.valueOf(response.getHeader("Set-Cookie"));
  }

  @Test
  void whatTheRequestSaysOfItsHostIsNotBelieved() {
    MockHttpServletResponse answer =
        new Browser(mvc)
            .send(
                get("/people")
                    .accept("text/html")
                    .header("Host", "evil.example")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Forwarded-Proto", "https"));
    assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in");
  }

  @Test
  void traceAnswersNothing() {
    MockHttpServletResponse answer =
        new Browser(mvc).send(request(HttpMethod.valueOf("TRACE"), URI.create("/sign-in")));
    assertThat(answer.getStatus()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void figuresAreForThisMachineAndNotForWhatAProxyHandsOn() {
    assertThat(maySeeFigures("127.0.0.1", "")).isTrue();
    assertThat(maySeeFigures("192.0.2.1", "")).isFalse();
    assertThat(maySeeFigures("127.0.0.1", "X-Forwarded-For")).isFalse();
    assertThat(maySeeFigures("127.0.0.1", "Forwarded")).isFalse();
    assertThat(new Browser(mvc, "192.0.2.1").send(get("/metrics")).getStatus()).isEqualTo(404);
    assertThat(new Browser(mvc, "127.0.0.1").send(get("/metrics")).getStatus()).isEqualTo(200);
  }

  private static boolean maySeeFigures(String from, String header) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/metrics");
    request.setRemoteAddr(from);
    if (!header.isEmpty()) {
      request.addHeader(header, "203.0.113.5");
    }
    return SecurityChain.comesFromThisMachine(request);
  }
}
