package amends.messages.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.staff.ApiTokens;
import amends.staff.Viewer;
import amends.testing.Api;
import amends.testing.As;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Posts of the brand as they are written, read and taken down on their pages. */
class PublicPostPagesTest extends PublicPostWorld {
  @Autowired ApiTokens tokens;

  @Test
  void fromTheFirstWordToTheLastOnItsPages() throws Exception {
    assertThat(page("/posts/new", wendy)).contains("No social network is connected");
    onMastodon();
    String account = world.brand.id() + ":" + connection;
    MockHttpServletResponse refused =
        send(wendy, "/posts", "account", account, "listed", "yes", "body", "Ask a@b.example");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("leave out a@b.example", "Ask a@b.example");
    String here =
        to(
            send(
                wendy,
                "/posts",
                "account",
                account,
                "listed",
                "yes",
                "body",
                "It will not happen again."));
    assertThat(page(here, wendy)).contains("A draft that you wrote").doesNotContain("Release it");
    MockHttpServletResponse honest = send(will, here + "/release");
    assertThat(honest.getStatus()).isEqualTo(422);
    assertThat(honest.getContentAsString()).contains("It is so, and we can show it");
    assertThat(page(here + "/words", wendy)).contains("It will not happen again.");
    to(send(wendy, here + "/words", "account", account, "listed", "no", "body", WORDS));
    to(send(will, here + "/release"));
    assertThat(page(here, wendy)).contains("Until then it can be taken back");
    to(send(wendy, here + "/draft"));
    to(send(will, here + "/release"));
    leave();
    assertThat(page(here, world.admin))
        .contains("Read it there", "Correct it", "Take it down", "The network answered 200");
    to(send(world.admin, here + "/change", "body", WORDS + " Sorry."));
    assertThat(page(here, world.admin)).contains("The correction is on its way");
    work();
    to(send(wendy, here + "/removal"));
    work();
    assertThat(page(here, wendy)).contains("Taken down").doesNotContain("Take it down");
    assertThat(page("/posts", wendy)).contains(WORDS + " Sorry.", "Taken down");
    assertThat(send(world.priya, here + "/removal").getStatus()).isEqualTo(404);
  }

  @Test
  void aProgramWritesAPostThatSomebodyElseLetsGo() {
    onMastodon();
    Api api = new Api(mvc, tokens, "broadcasts:*");
    String brand = "{\"brand_id\": " + world.brand.id() + ", ";
    Api.Answer accounts = api.get("/api/v1/posts/accounts?brand_id=" + world.brand.id());
    assertThat(accounts.at("/items/0/id").asLong()).isEqualTo(connection);
    assertThat(accounts.text()).doesNotContain("secret");
    String words =
        brand + "\"account_id\": %d, \"body\": \"%s\", \"listed\": true, \"broadcast_id\": null}";
    Api.Answer refused = api.post("/api/v1/posts", words.formatted(connection, "Ask a@b.example"));
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains("leave out a@b.example");
    Api.Answer written = api.post("/api/v1/posts", words.formatted(connection, WORDS));
    assertThat(written.status()).as(written.text()).isEqualTo(201);
    assertThat(written.at("/state").asString()).isEqualTo("draft");
    long id = written.at("/id").asLong();
    String here = "/api/v1/posts/" + id;

    Api.Answer own = api.post(here + "/release", "{}");
    assertThat(own.status()).as("a program never lets go what it wrote").isEqualTo(422);
    posts.release(id, "", will);
    Api.Answer going = api.get(here);
    assertThat(going.at("/state").asString()).isEqualTo("waiting");
    assertThat(going.at("/leaves_at").asString()).isNotEmpty();
    assertThat(api.post(here + "/draft", "").at("/state").asString()).isEqualTo("draft");
    assertThat(api.post(here + "/words", words.formatted(connection, WORDS + " Sorry.")).status())
        .isEqualTo(200);
    posts.release(id, "", will);
    leave();
    Api.Answer said = api.get(here);
    assertThat(said.at("/state").asString()).isEqualTo("said");
    assertThat(said.at("/body").asString()).isEqualTo(WORDS + " Sorry.");
    assertThat(api.post(here + "/draft", "").status()).isEqualTo(422);
    assertThat(api.post(here + "/removal", "").status()).isEqualTo(200);
    work();
    assertThat(api.get("/api/v1/posts").at("/items/0/state").asString()).isEqualTo("removed");
    assertThat(new Api(mvc, tokens, "cases:*").get(here).status()).isEqualTo(403);
  }

  private String page(String path, Viewer by) throws Exception {
    MockHttpServletResponse answer = send(get(path), by);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse send(Viewer by, String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, by);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer by)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(by.id()))).andReturn().getResponse();
    answer.setCharacterEncoding("UTF-8");
    return answer;
  }

  private static String to(MockHttpServletResponse answer) {
    assertThat(answer.getStatus()).isEqualTo(302);
    return Objects.requireNonNull(answer.getRedirectedUrl());
  }
}
