package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P28: other sites' forms, invented hosts and headers of proxies that are none do nothing. */
class P28ForgedRequestsTest {
  private final House house = House.open();

  @Test
  void aFormOfAnotherSiteChangesNothing() {
    long teams = house.count("select count(*) from team");
    Answer without = house.administrator.post("/teams", List.of("team_name", "Forged"));
    assertThat(without.status()).isEqualTo(403);
    Answer guessed =
        house.administrator.post("/teams", List.of("team_name", "Forged", "_csrf", "guessed"));
    assertThat(guessed.status()).isEqualTo(403);
    List<String> strangers = house.stranger().get("/sign-in").hidden();
    Answer lent =
        house.administrator.post(
            "/teams", List.of("team_name", "Forged", strangers.get(0), strangers.get(1)));
    assertThat(lent.status()).as("another session's").isEqualTo(403);
    assertThat(house.count("select count(*) from team")).isEqualTo(teams);
    Answer bySameSite = house.administrator.get("/people");
    assertThat(bySameSite.whole().headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly"));
  }

  @Test
  void aSessionOpensNothingInTheApiAndATokenNoPage() {
    assertThat(house.administrator.get("/api/v1/cases").status()).isEqualTo(401);
    Answer page = house.api.get("/people");
    assertThat(page.status()).isIn(302, 401);
    assertThat(page.text()).doesNotContain("Ada Birch");
  }

  @Test
  void theHostOfARequestIsBelievedNowhere() throws IOException {
    String name = "host-peer";
    String form = "name=Host&email=" + name + "%40customer.example&words=A+bell";
    String page =
        raw("GET /report HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n", "");
    assertThat(page).doesNotContain("evil.example");
    String seal = page.replaceAll("(?s).*name=\"seal\" value=\"([^\"]+)\".*", "$1");
    String answer =
        raw(
            "POST /report HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "X-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n",
            form + "&seal=" + seal);
    assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
    house.settle();
    assertThat(house.caught(name + "@customer.example"))
        .singleElement()
        .satisfies(got ->
            assertThat(Letters.links(got))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).startsWith(house.url() + "/")));
    String redirect =
        raw("GET /people HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n", "");
    assertThat(redirect).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
  }

  @Test
  void noHeaderSignsAnybodyIn() throws IOException {
    for (String header :
        List.of(
            "X-Remote-User",
            "Remote-User",
            "X-Forwarded-User",
            "X-Auth-Request-Email",
            "X-SSO-User")) {
      String answer =
          raw(
              "GET /people HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                  + header
                  + ": ada.birch@amends.localhost\r\n",
              "");
      assertThat(answer).as(header).startsWith("HTTP/1.1 302").contains("/sign-in");
    }
  }

  @Test
  void nobodyIsSentAwayToAnotherSite() {
    for (String away :
        List.of(
            "//evil.example", "https://evil.example", "/%5Cevil.example", "%2F%2Fevil.example")) {
      Visitor visitor = house.stranger();
      visitor.get("/people?next=" + away);
      Answer in =
          visitor.submit(
              "/sign-in?next=" + away,
              "/sign-in",
              "email",
              amends.faults.Opening.EMAIL,
              "password",
              amends.faults.Opening.PASSWORD,
              "next",
              away);
      assertThat(in.header("Location")).as(away).matches("/(?![/\\\\]).*");
      Answer proof =
          visitor.submit(
              "/profile/proof?next=" + away,
              "/profile/proof",
              "proof",
              amends.faults.Opening.PASSWORD,
              "next",
              away);
      assertThat(proof.header("Location")).as(away).isEqualTo("/profile/sign-in");
    }
  }

  /** With headers that no HTTP client sends by itself. */
  private String raw(String head, String body) throws IOException {
    URI url = URI.create(house.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(20_000);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String rest = "Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
