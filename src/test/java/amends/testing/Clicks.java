package amends.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.staff.Viewer;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Opens pages and sends forms as somebody of the named world, without JavaScript. */
public record Clicks(MockMvc mvc) {
  /** What stands on a page that opens. */
  public String page(Viewer viewer, String path) {
    MockHttpServletResponse answer = open(viewer, path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return text(answer);
  }

  /** What is answered, whether it opens or not. */
  public MockHttpServletResponse open(Viewer viewer, String path) {
    return send(get(path).accept("text/html"), viewer);
  }

  /** Fields are name, value, name, value. */
  public MockHttpServletResponse submit(Viewer viewer, String path, String... fields) {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, viewer);
  }

  /** Sends a form that is done and leads on. */
  public void done(Viewer viewer, String path, String... fields) {
    MockHttpServletResponse answer = submit(viewer, path, fields);
    assertThat(answer.getStatus()).as(path + ": " + text(answer)).isEqualTo(302);
  }

  /** Sends a form that comes back with a sentence. */
  public String refused(Viewer viewer, String path, String... fields) {
    MockHttpServletResponse answer = submit(viewer, path, fields);
    assertThat(answer.getStatus()).as(path).isEqualTo(422);
    return text(answer);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer) {
    try {
      MockHttpServletResponse answer =
          mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
      answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
      return answer;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
