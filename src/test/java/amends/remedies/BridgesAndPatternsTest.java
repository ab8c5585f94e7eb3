package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.remedies.fulfilment.Attempt;
import amends.remedies.fulfilment.Orders;
import amends.remedies.fulfilment.Shipments;
import amends.shared.Subject;
import amends.staff.Viewer;
import amends.testing.As;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
  @Autowired Loans loans;
  @Autowired Shipments shipments;
  @Autowired Orders orders;

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

  /** Nobody could say that it came back: each piece was lent once, and never again. */
  @Test
  void whatWasLentComesBackAndIsLentAgain() throws Exception {
    Subject about = matter();
    RemedyGrant lent = remedies.grant(about, bridge(), "", priya);
    String at = "/cases/" + about.id() + "/remedies/" + lent.id() + "/interim";
    assertThat(post(priya, at, "way", "back", "why", "In its box.").getStatus())
        .as("it has not left")
        .isEqualTo(422);
    Attempt parcel = Objects.requireNonNull(orders.of(lent.id()).orElseThrow().last());
    shipments.ship(parcel.id(), "RM 1", mira);
    interims.end(lent.id(), "She has a new one.", priya);
    assertThat(refused(() -> remedies.grant(matter(), bridge(), "", priya)).key())
        .isEqualTo("remedies.refusal.unit-taken");

    assertThat(get(priya, "/cases/" + about.id() + "/remedies").getContentAsString())
        .contains(at, "It came back", "has it now");
    assertThat(get(priya, at).getContentAsString())
        .contains("the customer still has it", "value=\"back\"")
        .doesNotContain("value=\"longer\"");
    assertThat(post(priya, at, "way", "back", "why", "").getStatus()).isEqualTo(422);
    clock.pass(Duration.ofHours(1));
    assertThat(post(priya, at, "way", "back", "why", "In its box.").getStatus()).isEqualTo(302);
    assertThat(now(lent).fate().returnedAt()).isEqualTo(clock.instant());
    assertThat(get(priya, at).getContentAsString()).contains("It is over");
    assertThat(refused(() -> loans.cameBack(lent.id(), "Again.", priya)).key())
        .isEqualTo("remedies.refusal.loan-not-out");
    RemedyGrant again = remedies.grant(matter(), bridge(), "", priya);
    assertThat(again.unitId()).isEqualTo(lent.unitId());
  }

  private Wanted bridge() {
    return Wanted.of(loan.id(), null, "Until the new one comes.")
        .unit(unit("J-103"), null)
        .until("The new one comes in May.", in(240));
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
    assertThat(get(hanna, at).getContentAsString())
        .contains(
            "How it counted before",
            "From 3 on, within 24 hours",
            "Nobody was told",
            "set by mira");
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
    Wanted bridge = bridge().unit(unit("J-102"), null);
    assertThat(refused(() -> remedies.grant(about, bridge, "", program)).key())
        .isEqualTo("remedies.refusal.interim-by-program");
    assertThat(refused(() -> remedies.look(about, bridge, program)).key())
        .as("nor is it told that it may")
        .isEqualTo("remedies.refusal.interim-by-program");
  }
}
