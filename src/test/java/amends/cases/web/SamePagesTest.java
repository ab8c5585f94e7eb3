package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.ContactRule;
import amends.cases.ContactRules;
import amends.cases.Draft;
import amends.cases.Joins;
import amends.cases.NewCase;
import amends.cases.NewRule;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Erasures;
import amends.customers.Need;
import amends.journal.Journal;
import amends.journal.Recorded;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The same customer under two entries: seen side by side, declared one, taken apart again. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamePagesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Erasures erasures;
  @Autowired Cases cases;
  @Autowired Joins joins;
  @Autowired ContactRules rules;
  @Autowired Journal journal;
  @Autowired TestClock clock;

  private Fernhill world;
  private Customer mara;
  private Customer again;
  private int number;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void twoEntries() {
    number++;
    mara = met("Mara Voss " + number, "mara" + number + "@voss.example");
    again = met("M. Voss " + number, "m.voss" + number + "@work.example");
  }

  private Customer met(String name, String address) {
    return customers.meet(
        amends.customers.Stranger.person(
            name, Channel.EMAIL, address, world.brand.locale(), world.brand.zone()),
        world.priya.actor());
  }

  private Case matter(Customer of, String subject) {
    return cases.open(
        new NewCase(
            world.brand.id(),
            world.home.id(),
            world.priya.id(),
            of.id(),
            "phone",
            subject,
            "It was in two pieces.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "we bring a new jug",
            clock.instant().plus(Duration.ofHours(30)),
            world.priya.actor()),
        world.priya);
  }

  private String page(String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"));
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse submit(String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(world.priya.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  private String of(Customer customer) {
    return "/customers/" + customer.id();
  }

  private void merge(Customer stays, Customer joins) throws Exception {
    MockHttpServletResponse answer =
        submit(of(joins) + "/merge", "with", id(stays), "stays", id(stays));
    assertThat(answer.getRedirectedUrl()).isEqualTo(of(joins) + "/merge");
  }

  private static String id(Customer customer) {
    return String.valueOf(customer.id());
  }

  @Test
  void bothAreSeenSideBySideBeforeAnythingHappens() throws Exception {
    matter(mara, "The jug of Mara");
    matter(again, "The bowl of M.");
    customers.need(
        again.id(),
        Need.Driver.HEALTH,
        "Write in large letters",
        "herself",
        clock.instant().plus(Duration.ofDays(30)),
        world.priya.actor());

    assertThat(page(of(mara))).contains(of(mara) + "/merge");
    assertThat(page(of(mara) + "/merge?find=m.voss" + number)).contains("with=" + again.id());
    assertThat(page(of(mara) + "/merge?with=" + again.id()))
        .contains("mara" + number + "@voss.example")
        .contains("m.voss" + number + "@work.example")
        .contains("The jug of Mara")
        .contains("The bowl of M.")
        .contains("Write in large letters");
    assertThat(customers.standing(again.id())).isEqualTo(again.id());
  }

  @Test
  void theOneWhoStaysShowsAllOfBothAndTheJournalTellsIt() throws Exception {
    matter(mara, "The jug");
    Case bowl = matter(again, "The bowl");
    customers.need(
        again.id(),
        Need.Driver.HEALTH,
        "Ring twice",
        "herself",
        clock.instant().plus(Duration.ofDays(30)),
        world.priya.actor());

    merge(mara, again);
    merge(mara, again);

    assertThat(page(of(mara)))
        .contains("The jug", "The bowl", "Ring twice", "m.voss" + number + "@work.example")
        .contains("Also known as M. Voss " + number);
    assertThat(page(of(again))).contains("This is the same customer as Mara Voss " + number);
    assertThat(page("/cases/" + bowl.id())).contains("The jug");
    assertThat(journal.history(Customers.subject(mara.id())))
        .extracting(Recorded::kind)
        .containsOnlyOnce("customer.merged");
  }

  @Test
  void whoeverSpeaksInAllCasesOfTheOneSpeaksInAllCasesOfBoth() throws Exception {
    Case jug = matter(mara, "The jug");
    Case bowl = matter(again, "The bowl");
    rules.begin(
        bowl.id(),
        new NewRule(
            ContactRule.Kind.REPRESENTATIVE,
            true,
            "She is in hospital.",
            clock.instant().plus(Duration.ofDays(9)),
            null,
            new ContactRule.Speaker(world.ruth().id(), "sister", "a letter", true, true),
            null),
        "Look whether she speaks herself",
        world.priya);

    merge(mara, again);
    assertThat(rules.standing(jug.id(), world.priya)).hasSize(1);
    assertThat(page(of(mara) + "/merge")).contains("Take them apart");

    submit(of(mara) + "/merge/" + again.id() + "/end");
    assertThat(rules.standing(jug.id(), world.priya)).isEmpty();
  }

  @Test
  void takenApartEachHasItsOwnAgain() throws Exception {
    matter(mara, "The jug");
    matter(again, "The bowl");
    merge(mara, again);

    assertThat(submit(of(again) + "/merge/" + again.id() + "/end").getRedirectedUrl())
        .isEqualTo(of(again) + "/merge");

    assertThat(page(of(mara))).contains("The jug").doesNotContain("The bowl");
    assertThat(page(of(again))).contains("The bowl").doesNotContain("The jug");
    assertThat(submit(of(again) + "/merge/" + again.id() + "/end").getStatus()).isEqualTo(422);
  }

  @Test
  void casesThatWereMergedKeepTheTwoTogetherUntilTheyAreApart() throws Exception {
    Case jug = matter(mara, "The jug");
    Case bowl = matter(again, "The jug again");
    merge(mara, again);
    joins.merge(bowl.id(), jug.id(), "One jug.", false, world.priya);

    assertThat(page(of(mara) + "/merge"))
        .contains("Case #" + bowl.id())
        .doesNotContain("Take them apart</button>");
    assertThatThrownBy(() -> customers.unmerge(again.id(), world.priya.actor()))
        .isInstanceOf(Refusal.class);

    joins.unmerge(bowl.id(), new Draft("Two jugs.", null, null, false), world.priya);
    assertThat(customers.standing(again.id())).isEqualTo(mara.id());
    customers.unmerge(again.id(), world.priya.actor());
    assertThat(customers.standing(again.id())).isEqualTo(again.id());
  }

  @Test
  void whoeverIsAboutToBeErasedIsMixedUpWithNobody() throws Exception {
    erasures.ask(again.id(), world.priya.actor());

    MockHttpServletResponse answer =
        submit(of(mara) + "/merge", "with", id(again), "stays", id(mara));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Decide that first");
    assertThat(customers.standing(again.id())).isEqualTo(again.id());
  }

  @Test
  void aFormThatNamesNobodyComesBackWithASentence() throws Exception {
    assertThat(submit(of(mara) + "/merge", "stays", id(mara)).getContentAsString())
        .contains("Choose the other entry first");
    MockHttpServletResponse answer = submit(of(mara) + "/merge", "with", id(again), "stays", "1");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Choose which of the two stays");
  }
}
