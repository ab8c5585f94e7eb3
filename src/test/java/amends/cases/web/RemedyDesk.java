package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.ProductSheet;
import amends.goods.StopMarks;
import amends.goods.UnitSheet;
import amends.promises.Promises;
import amends.remedies.Backings;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.Requests;
import amends.shared.Actor;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.Fernhill;
import amends.testing.Pantry;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What tests of giving at the desk share: a house that gives, and a broken jug for each. */
abstract class RemedyDesk {
  static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  @Autowired ApplicationContext context;
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Goods goods;
  @Autowired StopMarks stops;
  @Autowired Remedies remedies;
  @Autowired Requests requests;
  @Autowired Backings backings;
  @Autowired Promises promises;
  @Autowired TestClock clock;

  Fernhill world;
  Pantry pantry;
  Case matter;
  int met;

  @BeforeAll
  void house() {
    world = new Fernhill(staff, customers);
    pantry = new Pantry(context, LocalDate.ofInstant(clock.instant(), Fernhill.LONDON));
    goods.enterProducts(List.of(new ProductSheet("JUG", "Stoneware jug", null)), Actor.SYSTEM);
    goods.enterUnits(
        List.of(
            new UnitSheet("JUG", "K1-1", "K1", null),
            new UnitSheet("JUG", "K1-2", "K1", null),
            new UnitSheet("JUG", "K3-1", "K3", null)),
        Actor.SYSTEM);
  }

  /** Each of a customer of its own: what one gives a customer in a day is bounded. */
  @BeforeEach
  void aBrokenJug() {
    NewCase jug = world.brokenJug(clock.instant());
    Customer customer = world.customer("Ruth Adeyemi", "ruth" + ++met + "@adeyemi.example");
    matter =
        cases.open(
            new NewCase(
                jug.brandId(),
                jug.teamId(),
                jug.ownerId(),
                customer.id(),
                jug.channel(),
                jug.subject(),
                jug.happened(),
                jug.asks(),
                jug.orderId(),
                jug.unitId(),
                jug.customerKnows(),
                jug.next(),
                jug.nextWords(),
                jug.nextDueAt(),
                jug.openedBy()),
            world.priya);
  }

  String here() {
    return "/cases/" + matter.id() + "/remedies/new?remedy=";
  }

  String page(Viewer by, String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"), by);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  /** The form as the page offers it, with these fields typed over. */
  MockHttpServletResponse give(Viewer by, long remedy, String... typed) throws Exception {
    String page = page(by, here() + remedy);
    Matcher once = ONCE.matcher(page);
    assertThat(once.find()).isTrue();
    return give(by, remedy, once.group(1), page.contains("value=\"above\""), typed);
  }

  MockHttpServletResponse give(Viewer by, long remedy, String once, boolean above, String... typed)
      throws Exception {
    MockHttpServletRequestBuilder request =
        post("/cases/" + matter.id() + "/remedies/new")
            .with(csrf())
            .param("once", once)
            .param("remedy", String.valueOf(remedy))
            .param("seen", above ? "above" : "within");
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i], typed[i + 1]);
    }
    return send(request, by);
  }

  MockHttpServletResponse submit(Viewer by, String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, by);
  }

  MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  /** What stands beside what is wrong, for whoever reads why a test failed. */
  static String said(MockHttpServletResponse answer) {
    String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    return Pattern.compile("(?s)(?:role=\"alert\"|class=\"error\").*?<span>(.*?)</span>")
        .matcher(body)
        .results()
        .map(found -> found.group(1))
        .toList()
        .toString();
  }

  List<RemedyGrant> given() {
    return remedies.of(matter.asSubject());
  }

  long money() {
    return pantry.partRefund.id();
  }
}
