package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Cases;
import amends.cases.CustomerSide;
import amends.cases.Draft;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.journal.Journal;
import amends.messages.Messages;
import amends.messages.PostOffice;
import amends.messages.email.MailReader;
import amends.promises.Promises;
import amends.shared.Check;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.Fernhill;
import amends.testing.Pantry;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What visits to customers' pages share: Fernhill, its post, and a browser without cookies. */
abstract class Visiting {
  static final Pattern LINK = Pattern.compile("http://localhost(/c/[\\w-]{22})");
  private static final Pattern CODE = Pattern.compile("Code: (\\d{6})");
  private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"");

  @Autowired ApplicationContext context;
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Goods goods;
  @Autowired Cases cases;
  @Autowired CustomerSide customerSide;
  @Autowired Messages messages;
  @Autowired Promises promises;
  @Autowired Journal journal;
  @Autowired AlarmClock alarmClock;
  @Autowired List<Check> checks;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  Fernhill world;
  PostOffice post;
  private int letters;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    post = new PostOffice(context);
  }

  @AfterAll
  void closed() {
    post.close();
  }

  @AfterEach
  void everythingHolds() {
    while (alarmClock.perform()) {}
    assertThat(checks).flatExtracting(Check::run).isEmpty();
  }

  /** The code in the last letter to them. */
  String code(String name) {
    return lastLetter(name, CODE).group(1);
  }

  static String wrong(String code) {
    return code.equals("111111") ? "222222" : "111111";
  }

  /** What Fernhill may give. */
  Pantry pantry() {
    return new Pantry(context, LocalDate.ofInstant(clock.instant(), Fernhill.LONDON));
  }

  /** Somebody writes for the first time: a case, and a letter to them. */
  long writes(String name, String words) {
    letters++;
    String address = name.toLowerCase(java.util.Locale.ROOT) + "@customer.example";
    post.write(
        name + " <" + address + ">",
        "help@fernhill.example",
        "<p" + letters + "@customer.example>",
        "About " + words,
        words);
    return sql.sql("select max(id) from amends_case").query(Long.class).single();
  }

  /** The path of the page, from the newest letter to this address. */
  String link(String name) {
    return lastLetter(name, LINK).group(1);
  }

  Matcher lastLetter(String name, Pattern holding) {
    post.deliver();
    List<Matcher> found =
        post.received().reversed().stream()
            .filter(got ->
                got.to()
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(name.toLowerCase(java.util.Locale.ROOT)))
            .map(got -> holding.matcher(MailReader.read(got.raw()).text()))
            .filter(Matcher::find)
            .toList();
    assertThat(found).as("letters to " + name).isNotEmpty();
    return found.getFirst();
  }

  static Draft nothingMore(String text) {
    return new Draft(text, null, null, true);
  }

  MockHttpServletResponse open(String path) {
    return send(MockMvcRequestBuilders.get(path).accept("text/html"));
  }

  String page(String path) {
    MockHttpServletResponse answer = open(path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return text(answer);
  }

  /** Posts a form of the page with the page's own seal. */
  MockHttpServletResponse submit(String page, String act, String... fields) {
    return post(page + "/" + act, seal(page(page)), fields);
  }

  MockHttpServletResponse post(String path, String seal, String... fields) {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path).param("seal", seal);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  /** Posts a form of the desk's page as a colleague. */
  MockHttpServletResponse submitAs(long person, long id, String act, String... fields) {
    String at = "/cases/" + id + "/customer";
    String page = text(send(MockMvcRequestBuilders.get(at).with(As.person(person))));
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post(at + "/" + act)
            .with(As.person(person))
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .param("seal", seal(page));
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  static String seal(String page) {
    Matcher seal = SEAL.matcher(page);
    assertThat(seal.find()).as("a form with a seal").isTrue();
    return seal.group(1);
  }

  MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
    try {
      return mvc.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
