package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.RoutingRules;
import amends.customers.Customers;
import amends.staff.Skills;
import amends.staff.Staff;
import amends.testing.Clicks;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A rule is written, tried with a sample that says why, and only then switched on. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingPagesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired RoutingRules rules;
  @Autowired Skills skills;

  private Fernhill world;
  private Clicks clicks;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    clicks = new Clicks(mvc);
  }

  private static String[] rule(String name, String words, String skill) {
    return new String[] {
      "name",
      name,
      "words",
      words,
      "brand",
      "",
      "language",
      "",
      "channel",
      "",
      "product",
      "",
      "need",
      "",
      "team",
      "",
      "skill",
      skill,
      "minutes",
      ""
    };
  }

  @Test
  void aLeadWritesSkillsDownAndARuleFindsWhoHasThem() {
    String tom = "/people/" + world.tom.id() + "/skills";
    assertThat(clicks.refused(world.hanna, tom, "skills", "Glass", "most_open", "many"))
        .contains("from 0 to 999", "value=\"Glass\"");
    clicks.done(world.hanna, tom, "skills", "Glass, French", "most_open", "12");
    assertThat(clicks.page(world.hanna, "/people/skills"))
        .contains("french, glass", "value=\"12\"");
    assertThat(clicks.submit(world.priya, tom, "skills", "x").getStatus()).isEqualTo(403);
    assertThat(
            clicks
                .submit(world.hanna, "/people/" + world.sam.id() + "/skills", "skills", "x")
                .getStatus())
        .isEqualTo(403);

    String glass =
        String.valueOf(
            skills.all().stream()
                .filter(s -> s.name().equals("glass"))
                .findFirst()
                .orElseThrow()
                .id());
    assertThat(clicks.refused(world.admin, "/routing", rule("Everything", "", glass)))
        .contains("would catch every case", "value=\"Everything\"");
    clicks.done(world.admin, "/routing", rule("Glass", "vase, glass", glass));
    long id = rules.all().getFirst().id();
    assertThat(clicks.page(world.hanna, "/routing"))
        .contains("subject says vase, glass", "Not tried yet")
        .doesNotContain("/routing/new");
    clicks.done(world.admin, "/routing/" + id + "/on");
    assertThat(rules.get(id).on()).isFalse();

    String[] sample = {
      "subject",
      "My vase",
      "brand",
      "",
      "language",
      "",
      "channel",
      "email",
      "product",
      "",
      "need",
      ""
    };
    var answer = clicks.submit(world.admin, "/routing/trial", sample);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
        .contains(
            "The rule “Glass” catches it.",
            "It goes to Tom Okafor, who has the skill “glass” and the least to do",
            "It is switched off: today it would not.");
    clicks.done(world.admin, "/routing/" + id + "/on");
    assertThat(rules.get(id).on()).isTrue();
    sample[1] = "My jug";
    assertThat(
            new String(
                clicks.submit(world.admin, "/routing/trial", sample).getContentAsByteArray(),
                StandardCharsets.UTF_8))
        .contains("No rule catches it: it waits with", "none of its words in the subject");
    assertThat(clicks.refused(world.admin, "/routing/trial", "case", "999999"))
        .contains("There is no case 999999");
    assertThat(clicks.page(world.admin, "/routing/" + id)).contains("vase, glass");
  }
}
