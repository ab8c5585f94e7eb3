package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.Message;
import amends.testing.DatabaseTest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The form to report a problem: opens a case, and mails nobody what a stranger typed. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest extends Visiting {
  private static final Pattern CONFIRM =
      Pattern.compile("http://localhost(/report/confirm/[\\w-]{22})");

  private MockHttpServletResponse report(String email, String words, String... more) {
    String seal = seal(page("/report/fernhill"));
    String[] fields = {"name", "Nora Field", "email", email, "words", words};
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return post("/report/fernhill", seal, all);
  }

  private long cases() {
    return sql.sql("select count(*) from amends_case").query(Long.class).single();
  }

  @Test
  void opensACaseAsksToConfirmInFixedWordsAndThenAcknowledges() {
    assertThat(
            text(report("nora@customer.example", "CHEAP PILLS http://bad.example", "order", "F-9")))
        .contains("Thank you, it has arrived");
    long id = sql.sql("select max(id) from amends_case").query(Long.class).single();
    assertThat(customerSide.file(id).messages()).extracting(Message::channel).contains("form");
    String confirm = lastLetter("nora", CONFIRM).group(1);
    assertThat(post.received())
        .filteredOn(got -> got.to().contains("nora"))
        .singleElement()
        .satisfies(
            got -> assertThat(got.text()).doesNotContain("PILLS", "bad.example", "Nora", "F-9"));
    assertThat(page(confirm)).contains("Yes, it was me");
    assertThat(open(confirm + "A").getStatus()).isEqualTo(404);
    post.deliver();
    assertThat(post.received()).filteredOn(got -> got.to().contains("nora")).hasSize(1);
    assertThat(post(confirm, "").getStatus()).isEqualTo(200);
    assertThat(post(confirm, "").getStatus()).as("twice").isEqualTo(200);
    assertThat(page(link("nora"))).contains("CHEAP PILLS");
    assertThat(post.received()).filteredOn(got -> got.to().contains("nora")).hasSize(2);
  }

  @Test
  void takesPicturesAlongAndServesThemOnThePageOnly() throws Exception {
    MockMultipartFile picture =
        new MockMultipartFile("files", "jug \"x\".png", "image/png", new byte[] {1, 2, 3});
    String seal = seal(page("/report"));
    MockHttpServletResponse taken =
        mvc.perform(
                MockMvcRequestBuilders.multipart("/report")
                    .file(picture)
                    .param("seal", seal)
                    .param("name", "Olga")
                    .param("email", "olga@customer.example")
                    .param("words", "See the picture"))
            .andReturn()
            .getResponse();
    assertThat(taken.getStatus()).isEqualTo(200);
    post(lastLetter("olga", CONFIRM).group(1), "");
    String page = link("olga");
    var file = Pattern.compile("href=\"(" + page + "/files/[^\"]+)\"").matcher(page(page));
    assertThat(file.find()).isTrue();
    MockHttpServletResponse served = open(file.group(1));
    assertThat(served.getContentAsByteArray()).containsExactly(1, 2, 3);
    assertThat(served.getHeader("Content-Disposition")).startsWith("attachment");
    writes("Pia", "A ladle");
    String name = file.group(1).substring(page.length());
    assertThat(open(link("pia") + name).getStatus()).as("by another's link").isEqualTo(404);
  }

  @Test
  void whatIsWrongComesBackWithEverythingTypedAndSoDoesWhatIsTooMuch() {
    long before = cases();
    MockHttpServletResponse bad = report("nobody", "It \"broke\"");
    assertThat(bad.getStatus()).isEqualTo(422);
    assertThat(text(bad)).contains("Give an e-mail address", "Nora Field", "It \"broke\"");
    assertThat(
            post(
                    "/report/fernhill",
                    "forged",
                    "name",
                    "N",
                    "email",
                    "n@customer.example",
                    "words",
                    "x")
                .getStatus())
        .isEqualTo(422);
    assertThat(report("robot@customer.example", "Buy", "website", "http://bad.example").getStatus())
        .isEqualTo(200);
    assertThat(cases()).isEqualTo(before);
    for (int i = 0; i < 3; i++) {
      assertThat(report("quentin@customer.example", "Number " + i).getStatus()).isEqualTo(200);
    }
    MockHttpServletResponse many = report("quentin@customer.example", "Number 4");
    assertThat(many.getStatus()).isEqualTo(429);
    assertThat(text(many)).contains("Number 4");
  }

  @Test
  void nobodyMayShowItInAFrameUnlessTheOperatorSaysSo() {
    MockHttpServletResponse form = open("/report");
    assertThat(Objects.requireNonNull(form.getHeader("Content-Security-Policy")))
        .contains("frame-ancestors 'none'");
    assertThat(form.getHeader("X-Frame-Options")).isEqualTo("DENY");
    assertThat(open("/report/no-such-brand").getStatus()).isEqualTo(404);
    assertThat(new String(form.getContentAsByteArray(), StandardCharsets.UTF_8))
        .doesNotContain("http://", "https://");
  }
}
