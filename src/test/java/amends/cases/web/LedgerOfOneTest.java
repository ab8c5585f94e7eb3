package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Ledger;
import amends.cases.Undertaken;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.promises.Undertaking;
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
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The ledger of one customer, and what suppliers promised us. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerOfOneTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Bookings bookings;
  @Autowired Promises promises;
  @Autowired Undertaken undertaken;
  @Autowired Ledger ledger;
  @Autowired TestClock clock;

  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  private String page(String path, Viewer by) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"), by);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  private void booked(String number, long customer, String words) {
    bookings.enter(
        List.of(
            new BookingSheet(
                number,
                "booking",
                customer,
                new BookingSheet.Whose(world.brand.id(), world.home.id(), null, true),
                null,
                words,
                "",
                "",
                in(30),
                BookingSheet.Fate.STANDS)),
        "api",
        world.priya.actor());
  }

  @Test
  void everythingThatWasPromisedToOneCustomerStandsTogether() throws Exception {
    Case matter = cases.open(world.brokenJug(clock.instant()), world.priya);
    long ruth = matter.customerId();
    booked("L-1", ruth, "The fitter comes to Ruth");
    Customer other = world.customer("Anna Berg", "anna@berg.example");
    booked("L-2", other.id(), "The fitter comes to Anna");

    String hers = page("/promises?customer=" + ruth, world.priya);
    assertThat(hers)
        .contains("Promises to Ruth Adeyemi", "The fitter comes to Ruth")
        .doesNotContain("The fitter comes to Anna")
        .contains("state=moved&amp;customer=" + ruth);
    assertThat(page("/customers/" + ruth, world.priya))
        .as("also what needs no case is owed to them")
        .contains("The fitter comes to Ruth", "/bookings/1", "/promises?customer=" + ruth);
    assertThat(page("/promises?customer=" + ruth, world.sam))
        .as("not what is another team's")
        .doesNotContain("The fitter comes to Ruth");
    assertThat(send(get("/promises?customer=999999"), world.priya).getStatus()).isEqualTo(404);

    Promise first = promises.promise(Objects.requireNonNull(bookings.booking(1).promiseId()));
    promises.agreeAnew(first.id(), in(60), bookings.booking(1).asSubject(), world.priya.actor());
    Ledger.Kept kept =
        ledger.kept(clock.instant(), first.dueAt().plusSeconds(60), null, ruth, world.priya);
    assertThat(kept.agreed()).as("counted by the moment first promised, and apart").isEqualTo(1);
    assertThat(kept.kept()).isZero();
    assertThat(ledger.kept(clock.instant(), in(200), null, other.id(), world.priya).agreed())
        .as("of this customer alone")
        .isZero();
  }

  @Test
  void whatSuppliersPromisedUsIsChasedFromTheLedger() throws Exception {
    assertThat(page("/promises/suppliers", world.sam)).contains("No supplier owes us anything");
    Case matter = cases.open(world.brokenJug(clock.instant()), world.priya);
    undertaken.ask(
        matter.id(), new Undertaking.By.Supplier("Kiln & Co"), "Two jugs", in(20), world.priya);
    long word = undertaken.in(matter.id(), world.priya).getFirst().id();

    assertThat(page("/promises/suppliers", world.priya))
        .contains("Kiln &amp; Co: Two jugs", "Not reminded yet", "No promise to a customer rests");
    assertThat(page("/promises/suppliers", world.sam)).doesNotContain("Kiln");
    String chase = "/promises/suppliers/" + word + "/chase";
    assertThat(send(post(chase).with(csrf()), world.sam).getStatus()).isEqualTo(404);
    assertThat(send(post(chase).with(csrf()), world.priya).getStatus()).isEqualTo(302);
    undertaken.slip(matter.id(), word, in(60), "The kiln is cold", world.priya);
    assertThat(page("/promises/suppliers", world.priya))
        .contains("Reminded 14:07", "it comes later than they said", "The kiln is cold");
    undertaken.done(matter.id(), word, world.priya);
    assertThat(page("/promises/suppliers", world.priya)).contains("No supplier owes us anything");
  }
}
