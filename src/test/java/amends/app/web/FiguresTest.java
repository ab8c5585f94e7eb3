package amends.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class FiguresTest {
  @Autowired MockMvc mvc;

  @Test
  void prometheusReadsOurFiguresAsPlainText() throws Exception {
    MockHttpServletResponse said = asked("*/*");
    assertThat(said.getContentType()).startsWith("text/plain").contains("version=0.0.4");
    assertThat(said.getContentAsString())
        .contains("jvm_memory_used_bytes", "process_uptime_seconds", "http_server_requests_seconds")
        .doesNotContain("# EOF");
  }

  @Test
  void aReaderOfOpenMetricsGetsThat() throws Exception {
    MockHttpServletResponse said = asked("application/openmetrics-text;version=1.0.0,text/plain");
    assertThat(said.getContentType()).startsWith("application/openmetrics-text");
    assertThat(said.getContentAsString()).endsWith("# EOF\n");
  }

  @Test
  void noOtherPageOfTheLibraryAnswers() throws Exception {
    for (String page : new String[] {"/prometheus", "/actuator", "/actuator/env", "/env"}) {
      assertThat(mvc.perform(get(page)).andReturn().getResponse().getStatus()).isIn(302, 404);
    }
  }

  private MockHttpServletResponse asked(String accept) throws Exception {
    mvc.perform(get("/health"));
    return mvc.perform(get("/metrics").header("Accept", accept)).andReturn().getResponse();
  }
}
