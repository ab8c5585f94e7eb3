package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.shared.Actor;
import amends.shared.Subject;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Role;
import amends.testing.As;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

class MailPagesTest extends MailTest {
  private static final String HOSTILE =
      """
      --b
      Content-Type: text/html; charset=utf-8

      <p onclick="x()">Broken jug</p><script>x()</script><img src="https://evil.test/p.gif">
      --b
      Content-Type: text/html
      Content-Disposition: attachment; filename="../../note.html"

      <script>x()</script>
      --b--
      """
          .replace("\n", "\r\n");

  @Autowired MockMvc mvc;
  private long agent;

  @BeforeEach
  void anAgent() {
    agent = staff.findByEmail("mia@example.net").map(p -> p.id()).orElseGet(this::newAgent);
  }

  private long newAgent() {
    long id =
        staff
            .add(
                new NewPerson("Mia Ford", "mia@example.net", Locale.ENGLISH, ZoneId.of("UTC")),
                Actor.SYSTEM)
            .id();
    staff.grant(id, Grant.everywhere(Role.MANAGER), Actor.SYSTEM);
    return id;
  }

  @Test
  void listsWhatWaitsWithItsReason() throws Exception {
    arrive(Mails.automatic("<auto@example.org>"));
    read();

    assertThat(page("/held?in=tray")).contains("Out of office").contains("No person wrote it");
    assertThat(page("/held")).contains("Nothing is in quarantine");
  }

  @Test
  void showsAHeldMailAndPutsItAsideOnlyWithAReason() throws Exception {
    arrive(Mails.automatic("<auto@example.org>"));
    read();
    String item = "/held/" + messages.held(HeldKind.TRAY, null, 1).getFirst().id();
    assertThat(page(item)).contains("I am away.").contains("Auto-Submitted");

    assertThat(put(item + "/dismissal", "").getStatus()).isEqualTo(422);
    assertThat(messages.heldCount(HeldKind.TRAY)).isEqualTo(1);
    assertThat(put(item + "/dismissal", "An absence note").getStatus()).isEqualTo(302);
    assertThat(messages.heldCount(HeldKind.TRAY)).isZero();
  }

  @Test
  void servesWhatStrangersSentWithoutRunningIt() throws Exception {
    intake.answer = mail -> new Taken.Quarantined(null, "messages.held.unknown-sender");
    arrive(
        Mails.mail(
            "x@example.org",
            "<1@example.org>",
            "<script>x()</script>",
            "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n",
            HOSTILE));
    read();
    String item = "/held/" + messages.held(HeldKind.QUARANTINE, null, 1).getFirst().id();

    assertThat(page(item)).doesNotContain("<script>x()");
    MockHttpServletResponse frame = answer(item + "/html");
    assertThat(frame.getContentAsString())
        .contains("Broken jug")
        .doesNotContain("<script", "onclick", "evil.test");
    assertThat(frame.getHeader("Content-Security-Policy"))
        .startsWith("sandbox;")
        .contains("default-src 'none'");
    MockHttpServletResponse file = answer(item + "/files/0");
    assertThat(file.getHeader("Content-Disposition")).startsWith("attachment").doesNotContain("..");
    assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.getContentType()).doesNotStartWith("text/html");
    assertThat(answer(item + "/raw").getContentAsByteArray())
        .startsWith("From: ".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whatIsAboutACaseThatNobodyMaySeeIsNotThere() throws Exception {
    arrive(Mails.fromAnn("<1@example.org>", "Mine."));
    read();
    long id = messages.about(Subject.of("case", 101)).getFirst().id();

    assertThat(answer("/messages/" + id + "/raw").getStatus()).isEqualTo(404);
    assertThat(answer("/messages/" + id + "/html").getStatus()).isEqualTo(404);
    assertThat(answer("/attachments/AAAAAAAAAAAAAAAAAAAAAA").getStatus()).isEqualTo(404);
  }

  private String page(String path) throws Exception {
    MockHttpServletResponse answer = answer(path);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    return mvc.perform(get(path).accept("text/html", "*/*").with(As.person(agent)))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse put(String path, String reason) throws Exception {
    return mvc.perform(
            post(path)
                .accept("text/html")
                .param("reason", reason)
                .with(csrf())
                .with(As.person(agent)))
        .andReturn()
        .getResponse();
  }
}
