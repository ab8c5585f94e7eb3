package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.ContactProofs;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.QuietHours;
import amends.customers.Stranger;
import amends.messages.Message;
import amends.messages.Messages;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One customer: how to reach them, and how it is shown that an address is theirs. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerPagesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired ContactProofs proofs;
  @Autowired Cases cases;
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
  void maudsClock() {
    maud = world.customer("Maud Evans", "maud" + ++number + "@evans.example");
    NewCase draft =
        new NewCase(
            world.brand.id(),
            world.home.id(),
            null,
            maud.id(),
            "phone",
            "The clock stands still",
            "Since Sunday.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "We fetch the clock",
            clock.instant().plus(Duration.ofHours(5)),
            world.priya.actor());
    matter = cases.open(draft, world.priya);
  }

  private String at(String rest) {
    return "/customers/" + maud.id() + rest;
  }

  private List<ContactPoint> living() {
    return customers.contacts(maud.id()).stream().filter(ContactPoint::living).toList();
  }

  private String page(Viewer viewer, String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"), viewer);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse submit(String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, world.priya);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  private String codeSentTo(long contact) throws Exception {
    submit(at("/contacts/" + contact + "/code"));
    Message sent = messages.about(matter.asSubject()).getLast();
    assertThat(sent.text()).as("nothing that anybody wrote").doesNotContain("clock");
    Matcher code = Pattern.compile("\\d{8}").matcher(sent.text());
    assertThat(code.find()).isTrue();
    return code.group();
  }

  @Test
  void showsWhatIsOwedAndOnlyTheCasesThatTheViewerSees() throws Exception {
    assertThat(page(world.priya, at("")))
        .contains("maud" + number + "@evans.example")
        .contains("We fetch the clock")
        .contains("The clock stands still");
    assertThat(page(world.sam, at(""))).contains("Maud Evans").doesNotContain("The clock stands");
    assertThat(page(world.priya, "/cases/" + matter.id())).contains("href=\"" + at("") + "\"");
  }

  @Test
  void addsPrefersAndRemovesAnAddress() throws Exception {
    submit(at("/contacts"), "channel", "phone", "address", "+44 1632 96012" + number);
    assertThat(living()).hasSize(2);
    ContactPoint phone =
        living().stream().filter(c -> c.channel() == Channel.PHONE).findFirst().orElseThrow();
    submit(at("/contacts/" + phone.id() + "/preferred"));
    assertThat(customers.customer(maud.id()).preferredChannel()).isEqualTo(Channel.PHONE);

    submit(at("/contacts/" + phone.id() + "/removal"));
    assertThat(living()).extracting(ContactPoint::channel).containsExactly(Channel.EMAIL);
  }

  @Test
  void whatIsNoAddressComesBackAsItWasTyped() throws Exception {
    MockHttpServletResponse refused =
        submit(at("/contacts"), "channel", "email", "address", "nowhere");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("is not an e-mail address");
  }

  @Test
  void theCodeThatWasSentThereVerifiesTheAddress() throws Exception {
    ContactPoint point = living().getFirst();
    assertThat(point.verifiedAt()).isNull();
    String code = codeSentTo(point.id());
    String path = at("/contacts/" + point.id() + "/verification");

    assertThat(submit(path, "code", code).getStatus()).as("not checked").isEqualTo(422);
    assertThat(submit(path, "code", code, "checked", "yes").getRedirectedUrl()).isEqualTo(at(""));

    assertThat(living().getFirst().verifiedHow()).isEqualTo("code");
    assertThat(page(world.priya, at(""))).contains("verified by a code on");
  }

  @Test
  void afterFiveWrongTriesOrThreeDaysACodeIsNoLongerGood() throws Exception {
    ContactPoint point = living().getFirst();
    String code = codeSentTo(point.id());
    String path = at("/contacts/" + point.id() + "/verification");
    String wrong = code.equals("00000000") ? "00000001" : "00000000";
    for (int i = 0; i < 5; i++) {
      assertThat(submit(path, "code", wrong, "checked", "yes").getStatus()).isEqualTo(422);
    }
    assertThat(submit(path, "code", code, "checked", "yes").getStatus()).isEqualTo(422);

    String young = codeSentTo(point.id());
    clock.pass(ContactProofs.VALID.plusSeconds(1));
    assertThat(proofs.isRight(point.id(), young)).isFalse();
    assertThat(living().getFirst().verifiedAt()).isNull();
  }

  @Test
  void aNumberIsVerifiedByCallingIt() throws Exception {
    long phone =
        customers.addContact(maud.id(), Channel.PHONE, "+44 1632 96077" + number, Actor.SYSTEM);
    submit(at("/contacts/" + phone + "/verification"), "checked", "yes");
    assertThat(customers.contacts(maud.id()))
        .filteredOn(c -> c.id() == phone)
        .extracting(ContactPoint::verifiedHow)
        .containsExactly("called");
  }

  @Test
  void anAddressOfSomebodyElseIsNotTheirs() throws Exception {
    Customer other = world.oskar();
    long theirs = customers.contacts(other.id()).getFirst().id();
    assertThat(submit(at("/contacts/" + theirs + "/removal")).getStatus()).isEqualTo(404);
    assertThat(customers.contacts(other.id()).getFirst().living()).isTrue();
  }

  @Test
  void aNeedIsNotedLookedAtAgainAndEnded() throws Exception {
    String day = LocalDate.ofInstant(clock.instant(), Fernhill.LONDON).plusDays(10).toString();
    String[] blank = {"words", " ", "driver", "health", "told_by", "her son", "review", day};
    assertThat(submit(at("/needs"), blank).getContentAsString())
        .contains("Say what to do differently", "her son");
    String words = "Ring twice, she is slow to the phone " + number;
    String[] typed = {"words", words, "driver", "health", "told_by", "her son", "review", day};
    assertThat(submit(at("/needs"), typed).getStatus()).isEqualTo(302);
    long need = customers.needs(maud.id()).getFirst().id();

    assertThat(page(world.priya, "/cases/" + matter.id())).contains(words);
    assertThat(page(world.priya, "/needs")).doesNotContain(words);
    sql.sql("update need set from_at = :from, review_at = :day where id = :id")
        .param("from", Sql.at(clock.instant().minus(Duration.ofDays(20))))
        .param("day", Sql.at(clock.instant().minus(Duration.ofDays(1))))
        .param("id", need)
        .update();
    assertThat(page(world.priya, "/needs")).contains(words);
    assertThat(page(world.priya, at("/needs"))).contains("Somebody should have looked by now");

    String another = "/customers/" + world.oskar().id() + "/needs/" + need + "/end";
    assertThat(submit(another).getStatus()).as("nobody else's").isEqualTo(404);
    String gone = LocalDate.ofInstant(clock.instant(), Fernhill.LONDON).toString();
    assertThat(submit(at("/needs/" + need + "/review"), "again." + need, gone).getStatus())
        .as("a day that has passed")
        .isEqualTo(422);
    String later = LocalDate.ofInstant(clock.instant(), Fernhill.LONDON).plusDays(90).toString();
    submit(at("/needs/" + need + "/review"), "again." + need, later);
    assertThat(page(world.priya, "/needs")).doesNotContain(words);
    submit(at("/needs/" + need + "/end"));
    assertThat(customers.needs(maud.id())).isEmpty();
  }

  @Test
  void theCardAndWhomTheyActForAreChangedAtTheDesk() throws Exception {
    String[] half = {
      "name", "Maud", "language", "de", "zone", "Europe/Berlin", "quiet_to", "07:30"
    };
    assertThat(submit(at("/card"), half).getContentAsString())
        .contains("Give both times", "value=\"Europe/Berlin\"");
    submit(
        at("/card"),
        "name",
        "Maud Evans-Hill",
        "language",
        "de",
        "zone",
        "Europe/Berlin",
        "quiet_from",
        "21:00",
        "quiet_to",
        "07:30");
    Customer changed = customers.customer(maud.id());
    assertThat(changed.name()).isEqualTo("Maud Evans-Hill");
    assertThat(changed.locale()).isEqualTo(Locale.GERMAN);
    assertThat(changed.zone().getId()).isEqualTo("Europe/Berlin");
    assertThat(changed.quietHours())
        .isEqualTo(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 30)));

    String office = "office" + number + "@evans.example";
    Customer company =
        customers.meet(
            new Stranger(
                Customer.Kind.COMPANY,
                "Evans & Daughters " + number,
                Channel.EMAIL,
                office,
                Locale.UK,
                Fernhill.LONDON),
            Actor.SYSTEM);
    assertThat(submit(at("/companies"), "company", "Nobody Ltd").getStatus()).isEqualTo(422);
    assertThat(submit(at("/companies"), "company", office).getStatus()).isEqualTo(302);
    assertThat(page(world.priya, at(""))).contains("/customers/" + company.id());
    assertThat(page(world.priya, "/customers/" + company.id())).contains("Maud Evans-Hill");
    submit("/customers/" + company.id() + "/companies/" + maud.id() + "/end");
    assertThat(customers.companies(maud.id())).isEmpty();
  }
}
