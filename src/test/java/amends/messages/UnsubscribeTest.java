package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import amends.customers.Choices;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Purpose;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.FakeRelay;
import amends.testing.Fernhill;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What somebody need not get they end with one click, and nothing else with it (RFC 8058, P25). */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnsubscribeTest {
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Choices choices;
  @Autowired Messages messages;
  @Autowired JdbcClient sql;
  @Autowired MockMvc mvc;
  @Autowired ApplicationContext context;

  private Fernhill world;
  private PostOffice post;
  private long matter;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    post = new PostOffice(context);
    post.write(
        "ruth@adeyemi.example", "help@fernhill.example", "<u@adeyemi.example>", "My jug", "Broke");
    post.deliver();
    matter = sql.sql("select max(id) from amends_case").query(Long.class).single();
  }

  @AfterAll
  void closed() {
    post.close();
  }

  private FakeRelay.Got sent(Customer to, Purpose purpose) {
    messages.send(
        new Outgoing(
                Subject.of("case", matter),
                to.id(),
                "ruth@adeyemi.example",
                "About your jug",
                "We have news. Nothing more happens unless you write.",
                Outgoing.Kind.FOLLOW_UP,
                world.hanna.actor(),
                world.brand.id(),
                null,
                new Next.NothingMore())
            .forPurpose(purpose));
    post.deliver();
    return post.received().getLast();
  }

  private long choicesOf(Customer customer) {
    return choices.of(customer.id()).stream().filter(c -> !c.allowed()).count();
  }

  @Test
  void onlyOffersCanBeEndedAndALookEndsNothing() throws Exception {
    Customer ruth = world.ruth();
    choices.say(ruth.id(), Purpose.MARKETING, null, true, "told", world.hanna.actor());
    assertThat(sent(ruth, Purpose.SERVICE).header("List-Unsubscribe")).isEmpty();
    assertThat(sent(ruth, Purpose.SAFETY).header("List-Unsubscribe")).isEmpty();
    FakeRelay.Got offer = sent(ruth, Purpose.MARKETING);
    assertThat(offer.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    String link = offer.header("List-Unsubscribe").replaceAll("[<>]|http://localhost", "");
    assertThat(link).startsWith("/unsubscribe/");
    assertThat(offer.text().replace("=\r\n", ""))
        .as("to be seen by whoever reads it")
        .contains("For no more of them: http://localhost" + link);

    for (int i = 0; i < 2; i++) {
      mvc.perform(get(link))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.containsString("No more offers")));
    }
    assertThat(choicesOf(ruth)).isZero();

    mvc.perform(post(link).param("List-Unsubscribe", "One-Click"))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("You will get no more offers")));
    assertThat(choices.of(ruth.id()).getFirst().purpose()).isEqualTo(Purpose.MARKETING);
    assertThat(choicesOf(ruth)).isEqualTo(1);
  }

  @Test
  void aLinkThatWasNotMadeByUsEndsNothing() throws Exception {
    Customer oskar = world.oskar();
    String token = context.getBean(Unsubscribing.class).token(oskar.id());
    for (String bad :
        new String[] {
          "x", "AAAAAAAAAAAAAAAAAAAAAA", token.substring(1), "B" + token.substring(1), token + "A"
        }) {
      mvc.perform(post("/unsubscribe/" + bad)).andExpect(status().isNotFound());
    }
    assertThat(choicesOf(oskar)).isZero();
  }
}
