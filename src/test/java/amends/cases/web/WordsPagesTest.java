package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Macros;
import amends.cases.NewCase;
import amends.cases.Tags;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Mentions, macros and tags as people meet them on pages, without JavaScript. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsPagesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Macros macros;
  @Autowired Tags tags;
  @Autowired TestClock clock;

  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  private Case matter(String subject) {
    NewCase draft =
        new NewCase(
            world.brand.id(),
            world.home.id(),
            null,
            world.ruth().id(),
            "phone",
            subject,
            "Broken.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "We call you",
            clock.instant().plus(Duration.ofHours(5)),
            world.priya.actor());
    return cases.open(draft, world.priya);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  private String page(Viewer viewer, String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"), viewer);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse submit(Viewer viewer, String path, String... fields)
      throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, viewer);
  }

  @Test
  void aMentionStandsInTheNavigationOfWhomItNamesAndARefusedNoteKeepsItsWords() throws Exception {
    Case jug = matter("The mentioned kettle");
    String notes = "/cases/" + jug.id() + "/notes";
    MockHttpServletResponse refused = submit(world.priya, notes, "text", "@Sam Whitlock: look");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("Sam Whitlock may not see this case")
        .contains("@Sam Whitlock: look");
    assertThat(submit(world.priya, notes, "text", "@Tom: look").getStatus()).isEqualTo(302);
    assertThat(page(world.tom, "/mentions"))
        .contains("@Tom: look")
        .contains("The mentioned kettle");
    assertThat(page(world.tom, "/cases"))
        .containsPattern("Mentioned</span>\\s*<span class=\"count\"");
    assertThat(page(world.priya, "/cases/" + jug.id() + "?compose=note"))
        .contains("data-name=\"Tom Okafor\"")
        .doesNotContain("data-name=\"Sam Whitlock\"");
  }

  @Test
  void aMacroIsKeptByALeadInsertedIntoTheDraftAndDoneOnlyWhenItIsSent() throws Exception {
    assertThat(
            submit(
                    world.hanna,
                    "/macros",
                    "name",
                    "To the workshop",
                    "words_en",
                    "Please mend it for {first_name}.",
                    "tags",
                    "Mending",
                    "owner",
                    "team:" + world.workshop.id())
                .getStatus())
        .isEqualTo(302);
    long macro =
        macros.all().stream()
            .filter(m -> m.name().equals("To the workshop"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(page(world.priya, "/macros"))
        .contains("To the workshop")
        .doesNotContain("/macros/" + macro);

    Case jug = matter("The mended kettle");
    String link = "/cases/" + jug.id();
    assertThat(page(world.priya, link + "?compose=note")).contains("To the workshop");
    MockHttpServletResponse inserted =
        submit(
            world.priya,
            link + "/macros",
            "mode",
            "note",
            "macro",
            "" + macro,
            "text",
            "Hello.",
            "draft_version",
            "0");
    assertThat(inserted.getRedirectedUrl()).isEqualTo(link + "?compose=note#composer");
    assertThat(page(world.priya, link + "?compose=note"))
        .contains("Hello.\n\nPlease mend it for Ruth.")
        .contains("name=\"also_tags\"")
        .contains("mending");
    assertThat(tags.of(jug.id())).isEmpty();

    MockHttpServletResponse sent =
        submit(
            world.priya,
            link + "/notes",
            "text",
            "Please mend it for Ruth.",
            "also_tags",
            "mending, kettle",
            "also_owner",
            "team:" + world.workshop.id());
    assertThat(sent.getRedirectedUrl()).as("she owned it only until now").isEqualTo("/cases");
    assertThat(tags.of(jug.id())).containsExactly("kettle", "mending");
    assertThat(cases.see(jug.id(), world.sam).teamId()).isEqualTo(world.workshop.id());
    assertThat(page(world.sam, link)).contains("#kettle");
  }

  @Test
  void anUnknownVariableAndAWrongHandOverAreRefusedBesideTheirFields() throws Exception {
    MockHttpServletResponse refused =
        submit(world.hanna, "/macros", "name", "X", "words_en", "Dear {nick}");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("{nick}").contains("Dear {nick}");
    Case jug = matter("The kettle that stays");
    MockHttpServletResponse wrong =
        submit(world.priya, "/cases/" + jug.id() + "/notes", "text", "Hm", "also_whom", "supplier");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(page(world.priya, "/cases/" + jug.id())).doesNotContain("<p class=\"note-text\">Hm");
  }

  @Test
  void tagsAreWrittenUnderAboutShownInTheRowAndFiltered() throws Exception {
    Case jug = matter("The tagged kettle");
    String about = "/cases/" + jug.id() + "/about";
    assertThat(submit(world.priya, about, "tags", "Steam, kettle").getStatus()).isEqualTo(302);
    assertThat(page(world.priya, about)).contains("value=\"kettle, steam\"");
    assertThat(page(world.tom, "/cases?view=all&tag=Steam"))
        .contains("The tagged kettle")
        .contains("#steam");
    assertThat(page(world.tom, "/cases?view=all&tag=nothing")).doesNotContain("The tagged kettle");
    assertThat(page(world.hanna, "/tags")).contains("steam");
    assertThat(submit(world.hanna, "/tags/9999999", "name", "x").getStatus()).isEqualTo(404);
  }
}
