package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Agenda;
import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.ContactRules;
import amends.cases.Dealings;
import amends.cases.Draft;
import amends.cases.Joins;
import amends.cases.NewCase;
import amends.cases.Queue;
import amends.cases.Restrictions;
import amends.cases.Search;
import amends.cases.Shift;
import amends.cases.Shifts;
import amends.cases.Splits;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Messages;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A restricted case is nowhere for whoever is not named in it, whatever their role. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestrictedCaseTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Restrictions restrictions;
  @Autowired Queue queue;
  @Autowired Search search;
  @Autowired Dealings dealings;
  @Autowired Agenda agenda;
  @Autowired Joins joins;
  @Autowired ContactRules rules;
  @Autowired Splits splits;
  @Autowired Shifts shifts;
  @Autowired Permits permits;
  @Autowired Messages messages;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;
  private Customer maud;
  private Case matter;
  private int number;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void maudsSecret() {
    maud = world.customer("Maud Evans", "maud-r" + ++number + "@evans.example");
    matter = maudRings("Zanzibarquiet " + number, "Since Sunday.", "We call about the zanzibar");
  }

  private void restrict() throws Exception {
    MockHttpServletResponse answer =
        submit(
            world.priya, "/restriction", "named-" + world.tom.id(), "yes", "by", "tomorrow 12:00");
    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(cases.see(matter.id(), world.priya).restricted()).isTrue();
  }

  private MockHttpServletResponse submit(Viewer by, String rest, String... fields)
      throws Exception {
    MockHttpServletRequestBuilder request = post("/cases/" + matter.id() + rest).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, by);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer by)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.accept("text/html").with(As.person(by.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  private long counted(Viewer by) {
    return queue
        .groups(new Queue.Look(Queue.View.ALL, by, permits.visible(by), clock.instant()))
        .values()
        .stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  private String page(Viewer by, String path) throws Exception {
    MockHttpServletResponse answer = send(get(path), by);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private Case maudRings(String subject, String statement, String next) {
    return cases.open(
        new NewCase(
            world.brand.id(),
            world.home.id(),
            world.priya.id(),
            maud.id(),
            "phone",
            subject,
            statement,
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            next,
            clock.instant().plus(Duration.ofHours(5)),
            world.priya.actor()),
        world.priya);
  }

  @Test
  void itLeaksNowhereToALeadOrAnAdministratorWhoIsNotNamed() throws Exception {
    for (Viewer other : List.of(world.hanna, world.admin)) {
      long before = counted(other);
      assertThat(page(other, "/cases?view=all")).contains("Zanzibarquiet " + number);
      restrict();
      assertThat(counted(other)).isEqualTo(before - 1);
      assertNowhere(other);
      restrictions.close(matter.id(), world.priya);
      assertThat(counted(other)).isEqualTo(before);
    }
  }

  private void assertNowhere(Viewer other) throws Exception {
    String secret = "Zanzibarquiet " + number;
    for (String path :
        List.of(
            "/cases?view=all",
            "/cases?view=team",
            "/search?q=Zanzibarquiet",
            "/search?q=" + matter.id(),
            "/customers/" + maud.id(),
            "/calendar",
            "/calls/found?find=" + matter.id(),
            "/calls/known?customer=" + maud.id())) {
      assertThat(page(other, path))
          .as(path)
          .doesNotContain(secret)
          .doesNotContain("about the zanzibar");
    }
    for (String path :
        List.of("", "/people", "/owner", "/customer", "/settlement", "/next-read?by=tomorrow")) {
      assertThat(send(get("/cases/" + matter.id() + path), other).getStatus())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(submit(other, "/notes", "text", "I was here").getStatus()).isEqualTo(404);
    assertThat(submit(other, "/restriction/end").getStatus()).isEqualTo(404);
    assertThat(search.find(secret, permits.visible(other), 9).cases()).isEmpty();
    assertThat(dealings.cases(maud.id(), other)).isEmpty();
    assertThat(dealings.owed(maud.id(), other)).isEmpty();
    assertThat(dealings.whose(String.valueOf(matter.id()), other, 9)).doesNotContain(maud.id());
    Case restricted = cases.see(matter.id(), world.priya);
    assertThat(permits.visible(other).includes(restricted.scope())).isFalse();
  }

  @Test
  void thoseWhoAreNamedGoOnAsBefore() throws Exception {
    restrict();

    assertThat(page(world.tom, "/cases/" + matter.id())).contains("Restricted: named people alone");
    assertThat(page(world.tom, "/cases?view=all")).contains("Zanzibarquiet " + number);
    assertThat(submit(world.tom, "/notes", "text", "Seen.").getStatus()).isEqualTo(302);
    assertThat(
            submit(world.tom, "/owner", "owner", "person:" + world.hanna.id(), "word", "yours")
                .getStatus())
        .as("only who is named can own it")
        .isEqualTo(422);
  }

  @Test
  void onlyWordsThatAnotherNamedPersonHasApprovedAreSent() throws Exception {
    restrict();
    String[] reply = {"text", "We looked into it.", "next", "We call you", "by", "tomorrow 12:00"};
    assertThat(submit(world.priya, "/replies", reply).getStatus()).isEqualTo(422);
    assertThat(messages.about(matter.asSubject())).isEmpty();

    restrictions.word(matter.id(), "We looked into it.", world.priya);
    long words = restrictions.wordings(matter.id(), world.priya).getFirst().id();
    assertThat(submit(world.priya, "/wordings/" + words + "/approval").getStatus())
        .as("not one's own")
        .isEqualTo(422);
    assertThat(submit(world.priya, "/replies", reply).getStatus()).isEqualTo(422);
    assertThat(submit(world.tom, "/wordings/" + words + "/approval").getStatus()).isEqualTo(302);
    assertThat(submit(world.priya, "/replies", reply).getStatus()).isEqualTo(302);
    assertThat(messages.about(matter.asSubject())).hasSize(1);
  }

  @Test
  void itsRuleDoesNotEndWithoutIt() throws Exception {
    restrict();
    long rule = rules.standing(matter.id(), world.priya).getFirst().id();

    assertThat(submit(world.priya, "/rules/" + rule + "/end").getStatus()).isEqualTo(422);

    assertThat(rules.standing(matter.id(), world.priya)).hasSize(1);
    restrictions.close(matter.id(), world.priya);
    assertThat(cases.see(matter.id(), world.hanna).restricted()).isFalse();
  }

  @Test
  void oneAloneCannotRestrictAndTheJournalHoldsCodesOnly() throws Exception {
    assertThat(submit(world.priya, "/restriction", "by", "tomorrow 12:00").getStatus())
        .isEqualTo(422);
    restrict();

    List<String> payloads =
        sql.sql(
                "select payload from journal_entry where kind like 'case.rule%' and subject_id = :id")
            .param("id", matter.id())
            .query(String.class)
            .list();
    assertThat(payloads)
        .hasSize(1)
        .first()
        .asString()
        .contains("restricted")
        .doesNotContain("Maud");
  }

  @Test
  void neitherMergeNorSplitNorTheEndOfAShiftCarriesItToOthers() throws Exception {
    cases.state(matter.id(), "customer", "Maud", "He shouted at me.", world.priya);
    cases.state(matter.id(), "customer", "Maud", "And the clock stands still.", world.priya);
    String piece = splits.pieces(matter.id(), world.priya).getFirst().code();
    Case open = maudRings("Another matter", "A lamp.", "We call about the lamp");
    restrict();

    assertThat(
            submit(world.priya, "/merge", "other", String.valueOf(open.id()), "words", "Same")
                .getStatus())
        .isEqualTo(422);
    assertThatThrownBy(() -> joins.merge(matter.id(), open.id(), "Same.", false, world.priya))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("cases.refusal.merge-restricted"));
    Draft next = new Draft("", "We write to you", clock.instant().plus(Duration.ofHours(6)), false);
    Draft asBefore = new Draft("", null, null, false);
    assertThatThrownBy(() ->
            splits.split(
                matter.id(),
                new Splits.Split(Set.of(piece), "He shouted", next, asBefore, true),
                world.priya))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("cases.refusal.split-restricted"));
    Instant back = clock.instant().plus(Duration.ofHours(16));
    assertThatThrownBy(() ->
            shifts.hand(
                new Shift.Handing("person:" + world.hanna.id(), "", back, Map.of(matter.id(), "")),
                world.priya))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("cases.shift.refuse.restricted"));
    assertThat(page(world.hanna, "/cases/" + open.id())).doesNotContain("He shouted");
  }

  @Test
  void whatWasRestrictedWhileItWasOfferedIsNotAccepted() throws Exception {
    Instant back = clock.instant().plus(Duration.ofHours(16));
    long offer =
        shifts.hand(
            new Shift.Handing("person:" + world.hanna.id(), "", back, Map.of(matter.id(), "")),
            world.priya);
    restrict();

    assertThat(page(world.hanna, "/shift")).doesNotContain("Zanzibarquiet " + number);
    assertThat(shifts.accept(offer, world.hanna)).isZero();
    assertThat(cases.see(matter.id(), world.priya).ownerId()).isNull();
  }
}
