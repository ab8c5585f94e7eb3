package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Subject;
import amends.staff.Viewer;
import amends.testing.As;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Bridges are prolonged and ended, and patterns counted otherwise, on pages of their own. */
class BridgesAndPatternsTest extends Righting {
  @Autowired MockMvc mvc;
  @Autowired PatternRules rules;

  private MockHttpServletResponse get(Viewer viewer, String at) throws Exception {
    return send(viewer, MockMvcRequestBuilders.get(at));
  }

  private MockHttpServletResponse post(Viewer viewer, String at, String... fields)
      throws Exception {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(at);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(viewer, request);
  }

  private MockHttpServletResponse send(Viewer viewer, MockHttpServletRequestBuilder request)
      throws Exception {
    return mvc.perform(
            request
                .with(As.person(viewer.id(), clock.instant()))
                .with(SecurityMockMvcRequestPostProcessors.csrf()))
        .andReturn()
        .getResponse();
  }

  @Test
  void aBridgeIsMadeLongerAndEndedWithAReason() throws Exception {
    Subject about = matter();
    RemedyGrant grant =
        remedies.grant(
            about,
            Wanted.of(loan.id(), null, "Until the new one comes.")
                .unit(unit("J-101"), null)
                .until("The new one comes in May.", in(240)),
            "",
            priya);
    String at = "/cases/" + about.id() + "/remedies/" + grant.id() + "/interim";
    assertThat(get(priya, "/cases/" + about.id() + "/remedies").getContentAsString())
        .contains(at, "Longer, or over");
    assertThat(get(priya, at).getContentAsString()).contains("The new one comes in May.");

    MockHttpServletResponse without =
        post(priya, at, "way", "longer", "until", "", "why", "It is late.");
    assertThat(without.getStatus()).isEqualTo(422);
    assertThat(without.getContentAsString()).contains("a day that lies ahead", "It is late.");
    assertThat(post(priya, at, "way", "longer", "until", "tomorrow", "why", "x").getStatus())
        .as("no later than before")
        .isEqualTo(422);
    assertThat(post(tom, at, "way", "longer", "until", "in 5 weeks", "why", "Late.").getStatus())
        .isEqualTo(302);
    Interim longer = interims.of(grant.id()).orElseThrow();
    assertThat(longer.approver()).isEqualTo(tom.id());
    assertThat(longer.endsAt()).isAfter(clock.instant().plus(Duration.ofDays(30)));

    assertThat(post(priya, at, "way", "over", "why", " ").getStatus()).isEqualTo(422);
    assertThat(post(priya, at, "way", "over", "why", "It came back.").getStatus()).isEqualTo(302);
    assertThat(interims.open(about)).isEmpty();
    assertThat(get(priya, "/cases/" + about.id() + "/remedies").getContentAsString())
        .contains("It bridged until it was over: It came back.")
        .doesNotContain(at);
    assertThat(post(priya, at, "way", "over", "why", "Again.").getStatus()).isEqualTo(422);
  }

  @Test
  void fromHowManyOnIsTheHouses() throws Exception {
    String at = "/remedies/patterns/rules";
    assertThat(get(priya, at).getStatus()).isEqualTo(403);
    assertThat(get(hanna, at).getContentAsString())
        .contains("From 4 on, within 30 days")
        .doesNotContain("name=\"hours\"");
    String one = at + "/same_hand_same_customer";
    assertThat(post(hanna, one, "hours", "24", "at_least", "2", "counts", "yes").getStatus())
        .isEqualTo(403);
    MockHttpServletResponse none = post(mira, one, "hours", "24", "at_least", "0");
    assertThat(none.getStatus()).isEqualTo(422);
    assertThat(post(mira, one, "hours", "9999", "at_least", "2").getStatus()).isEqualTo(422);
    assertThat(post(mira, at + "/moon", "hours", "24", "at_least", "2").getStatus()).isEqualTo(404);

    Subject about = matter();
    give(about, 100);
    give(about, 100);
    assertThat(suspicious(about)).isEmpty();
    assertThat(post(mira, one, "hours", "24", "at_least", "3", "counts", "yes").getStatus())
        .isEqualTo(302);
    RemedyGrant third = give(about, 100);
    assertThat(suspicious(about)).containsExactly(third.id());

    assertThat(post(mira, one, "hours", "24", "at_least", "3").getStatus()).isEqualTo(302);
    assertThat(rules.all()).anyMatch(rule -> !rule.counts());
    give(about, 100);
    assertThat(suspicious(about)).as("not told any more").containsExactly(third.id());
    post(mira, one, "hours", "720", "at_least", "4", "counts", "yes");
    assertThat(rules.all()).allMatch(PatternRules.Rule::counts);
  }

  private List<Long> suspicious(Subject about) {
    return suspicions.queue(hanna, 100).stream()
        .map(Suspicion::grant)
        .filter(grant -> grant.about().equals(about))
        .map(RemedyGrant::id)
        .toList();
  }

  @Test
  void aPatternLeadsToWhereItIsStoppedAndBack() throws Exception {
    rules.set("same_hand_same_customer", new PatternRules.Change(720, 2, true), mira);
    Subject about = matter();
    give(about, 100);
    RemedyGrant second = give(about, 100);
    rules.set("same_hand_same_customer", new PatternRules.Change(720, 4, true), mira);
    Suspicion seen =
        suspicions.queue(hanna, 100).stream()
            .filter(one -> one.grant().id() == second.id())
            .findFirst()
            .orElseThrow();
    assertThat(get(hanna, "/remedies/patterns").getContentAsString())
        .contains("/payments/grants/" + second.id() + "#stop-it");
    assertThat(get(hanna, "/payments/grants/" + second.id()).getContentAsString())
        .contains("/remedies/patterns#pattern-" + seen.id(), "id=\"stop-it\"");
    assertThat(get(priya, "/payments/grants/" + second.id()).getContentAsString())
        .as("it is for few")
        .doesNotContain("/remedies/patterns#");
  }

  @Test
  void aProgramGivesNoBridge() {
    // Nobody would answer for it by name: before, this was an error of the database.
    Viewer program =
        new Viewer(
            -1,
            "Shop",
            "",
            priya.locale(),
            priya.zone(),
            priya.grants(),
            priya.teams(),
            Set.of("remedies:write"));
    Subject about = matter();
    Wanted bridge =
        Wanted.of(loan.id(), null, "x").unit(unit("J-102"), null).until("Soon.", in(240));
    assertThat(refused(() -> remedies.grant(about, bridge, "", program)).key())
        .isEqualTo("remedies.refusal.interim-by-program");
  }
}
