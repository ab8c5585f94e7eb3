package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The promises beside a case: what the customer waits for most stands first. */
@DatabaseTest
class SidePromisesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired AlarmClock alarmClock;
  @Autowired TestClock clock;

  @Test
  void whatIsBrokenStandsBeforeWhatIsStillOwed() throws Exception {
    Fernhill world = new Fernhill(staff, customers);
    String at = "/cases/" + jug(world);
    mvc.perform(
        post(at + "/intention")
            .with(csrf())
            .with(As.person(world.priya.id()))
            .param("words", "Ask the kiln")
            .param("by", "in 2 days"));
    clock.pass(Duration.ofMinutes(2));
    while (alarmClock.perform()) {}

    String page =
        mvc.perform(get(at).with(As.person(world.priya.id())))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page.substring(page.indexOf("<section class=\"side\"")))
        .containsSubsequence("We call about the jug", "Ask the kiln");
  }

  private long jug(Fernhill world) {
    NewCase draft =
        new NewCase(
            world.brand.id(),
            world.home.id(),
            null,
            world.ruth().id(),
            "phone",
            "The jug arrived broken",
            "It was in two pieces.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "We call about the jug",
            clock.instant().plus(Duration.ofMinutes(1)),
            world.priya.actor());
    return cases.open(draft, world.priya).id();
  }
}
