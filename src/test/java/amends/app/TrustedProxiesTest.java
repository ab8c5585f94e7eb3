package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.testing.Browser;
import amends.testing.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The tests' settings trust 203.0.113.128/25. */
@DatabaseTest
class TrustedProxiesTest {
  private static final String PROXY = "203.0.113.200";
  private static final String STRANGER = "198.51.100.9";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient sql;

  @BeforeEach
  void nobodyHasTried() {
    sql.sql("delete from sign_in_attempt").update();
  }

  @Test
  void aTryThroughTheProxyCountsForTheClient() {
    guess(PROXY, "192.0.2.55");
    guess(PROXY, "127.0.0.1, 192.0.2.56");
    assertThat(addresses()).containsExactly("192.0.2.55", "192.0.2.56");
  }

  @Test
  void aStrangerCannotPickTheAddressThatItsTriesCountFor() {
    guess(STRANGER, "192.0.2.55");
    guess(STRANGER, PROXY + ", 192.0.2.56");
    assertThat(addresses()).containsExactly(STRANGER, STRANGER);
  }

  @Test
  void cookiesAreSecureWhereTheProxyTookTheRequestByHttps() {
    assertThat(cookieBy(PROXY, "https")).contains("Secure");
    assertThat(cookieBy(PROXY, "http")).doesNotContain("Secure");
    assertThat(cookieBy(STRANGER, "https")).doesNotContain("Secure");
  }

  @Test
  void aClientThatCallsItselfThisMachineDoesNotSeeTheFigures() {
    MockHttpServletRequestBuilder asked = get("/metrics").header("X-Forwarded-For", "127.0.0.1");
    assertThat(new Browser(mvc, PROXY).send(asked).getStatus()).isEqualTo(404);
  }

  private String cookieBy(String peer, String protocol) {
    MockHttpServletResponse page =
        new Browser(mvc, peer).send(get("/sign-in").header("X-Forwarded-Proto", protocol));
    assertThat(page.getHeaders("Set-Cookie")).isNotEmpty();
    return String.join("\n", page.getHeaders("Set-Cookie"));
  }

  private void guess(String peer, String forwardedFor) {
    new Browser(mvc, peer)
        .send(
            post("/sign-in")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .header("X-Forwarded-For", forwardedFor)
                .param("email", "nobody@house.example")
                .param("password", "a guess that is wrong"));
  }

  private List<String> addresses() {
    return sql.sql("select address from sign_in_attempt order by id").query(String.class).list();
  }
}
