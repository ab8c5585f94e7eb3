package amends.messages.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.staff.Viewer;
import amends.testing.As;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Posts of the brand as they are written, read and taken down on their pages. */
class PublicPostPagesTest extends PublicPostWorld {
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
    assertThat(page(here, wendy)).contains("A draft that you wrote").doesNotContain("Let it go");
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
