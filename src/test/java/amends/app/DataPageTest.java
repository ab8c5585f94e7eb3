package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.customers.Customers;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** How long we keep what, on one page: what is set, and what follows from how the house works. */
@DatabaseTest
class DataPageTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;

  @Test
  void showsThePeriodsThatAreSetAndThoseThatAreFixed() throws Exception {
    Fernhill world = new Fernhill(staff, customers);
    String page =
        mvc.perform(get("/data").accept("text/html").with(As.person(world.admin.id())))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(page)
        .contains(
            "What was said, written and sent in closed cases",
            "Raw mail, as it came over the wire",
            "What web hooks brought",
            "Sessions without a sign of life",
            "Attempts to sign in",
            "Who looked at which case",
            "Answers to programs, by idempotency key",
            "Web hook calls that were delivered");
  }
}
