package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import amends.customers.Customer;
import amends.remedies.NewOrder;
import amends.remedies.fulfilment.Attempt.State;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import amends.testing.As;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages about payments, as leads and administrators use them. */
class PayPagesTest extends PayWorld {
  private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(As.person(viewer.id())).with(csrf()))
        .andExpect(done ->
            assertThat(String.valueOf(done.getFlashMap().get(Pages.FLASH)))
                .as("what is said after the act")
                .doesNotStartWith("remedies."));
  }

  private long byHand(long minor) {
    sql.sql("update pay_route set ended_at = made_at").update();
    return granted(minor, "G1");
  }

  @Test
  void whatPeopleHaveToDoIsListedAndTickedOffWithEvidence() throws Exception {
    long grant = byHand(2000);
    as(world.hanna, get("/payments"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("£20.00")))
        .andExpect(content().string(containsString("Ruth Adeyemi")));
    as(world.hanna, post("/payments/grants/" + grant + "/done").param("evidence", ""))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Say what shows it")));
    as(
            world.hanna,
            post("/payments/grants/" + grant + "/done")
                .param("evidence", "Bank slip 12")
                .param("their", "12"))
        .andExpect(status().is3xxRedirection());
    assertThat(state(grant)).isEqualTo(State.DONE);
    as(world.hanna, get("/payments/grants/" + grant))
        .andExpect(content().string(containsString("Bank slip 12")));
    as(world.hanna, get("/payments"))
        .andExpect(content().string(containsString("Nothing waits for people")));
  }

  @Test
  void theDayMayNotLieAheadAndWhatWasTypedIsKept() throws Exception {
    long grant = byHand(2000);
    as(
            world.hanna,
            post("/payments/grants/" + grant + "/done")
                .param("evidence", "Bank slip 12")
                .param("day", "2026-09-01"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("That day lies ahead")))
        .andExpect(content().string(containsString("Bank slip 12")));
    as(
            world.hanna,
            post("/payments/grants/" + grant + "/done")
                .param("evidence", "Bank slip 12")
                .param("day", "yesterday"))
        .andExpect(content().string(containsString("Give the day as")));
    assertThat(state(grant)).isEqualTo(State.READY);
  }

  /** Fifty clicks, one payment (F20). */
  @Test
  void fiftyClicksTickOffOnce() throws Exception {
    long grant = byHand(2000);
    CountDownLatch start = new CountDownLatch(1);
    List<Integer> answers = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Thread> hands = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      hands.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  start.await();
                  answers.add(
                      as(
                              world.hanna,
                              post("/payments/grants/" + grant + "/done")
                                  .param("evidence", "Bank slip 12"))
                          .andReturn()
                          .getResponse()
                          .getStatus());
                } catch (Exception e) {
                  answers.add(599);
                }
              }));
    }
    start.countDown();
    for (Thread hand : hands) {
      hand.join();
    }
    assertThat(answers).hasSize(50);
    assertThat(answers.stream().filter(a -> a / 100 == 3)).hasSize(1);
    assertThat(answers.stream().filter(a -> a == 422)).hasSize(49);
    assertThat(count("attempt where outcome = 'done'")).isEqualTo(1);
    assertThat(
            count("journal_entry where kind = 'attempt.done' and subject_id = " + last(grant).id()))
        .isEqualTo(1);
  }

  @Test
  void fiftyHandsGiveItToTheProviderOnce() throws Exception {
    long grant = granted(2000, "G1");
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> hands = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      hands.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  start.await();
                  as(
                      world.hanna,
                      post("/payments/grants/" + grant + "/again").param("payment", payment));
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    start.countDown();
    for (Thread hand : hands) {
      hand.join();
    }
    while (courier.perform()) {
      // The next one.
    }
    assertThat(provider.ledger).hasSize(1);
    assertThat(state(grant)).isEqualTo(State.DONE);
  }

  @Test
  void aFileForASpreadsheetHoldsNoFormula() throws Exception {
    sql.sql("update pay_route set ended_at = made_at").update();
    Customer formula = world.customer("=cmd|' /C calc'!A0", "formula@mail.example");
    long grant = granted("refund", remedy, NewOrder.Kind.MONEY, gbp(100), "+1+1", null);
    sql.sql("update fulfilment set customer_id = :id where grant_id = :grant")
        .param("id", formula.id())
        .param("grant", grant)
        .update();
    String file =
        as(world.hanna, get("/payments/tasks.csv"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(file).contains("\"'=cmd|", "\"'+1+1\"", "\"1.00\",\"GBP\"");
    assertThat(file).doesNotContain(",\"=", ",\"+");
  }

  private static amends.shared.Money gbp(long minor) {
    return new amends.shared.Money(minor, "GBP");
  }

  @Test
  void aCalendarHoldsWhatWasPromisedAndNoName() throws Exception {
    long grant = byHand(2000);
    sql.sql("update remedy_grant set promised_at = :at")
        .param("at", amends.shared.Sql.at(NOW.plusSeconds(86400)))
        .update();
    String file =
        as(world.hanna, get("/payments/tasks.ics")).andReturn().getResponse().getContentAsString();
    assertThat(file)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("DTSTART:20260513T100000Z\r\n", "SUMMARY:Pay: grant " + grant)
        .doesNotContain("Ruth");
  }

  @Test
  void aProviderIsConnectedAndItsSecretIsNotShownAgain() throws Exception {
    as(
            world.admin,
            post("/payments/connections")
                .param("kind", "stripe")
                .param("name", "Cards again")
                .param("url", provider.url())
                .param("secret", "sk_live_hidden"))
        .andExpect(status().is3xxRedirection());
    long id = connections.all().getLast().id();
    as(world.admin, get("/payments/connections/" + id))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/in/pay/" + id)))
        .andExpect(content().string(not(containsString("sk_live_hidden"))));
    as(
            world.admin,
            post("/payments/connections").param("kind", "stripe").param("name", "No secret"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Give the secret")))
        .andExpect(content().string(containsString("No secret")));
    as(world.admin, post("/payments/routes").param("what", "money").param("currency", "POUNDS"))
        .andExpect(status().isUnprocessableContent());
    as(world.admin, get("/payments/connections"))
        .andExpect(content().string(containsString("Cards again")));
    as(world.admin, get("/connections")).andExpect(content().string(containsString("Cards again")));
  }

  @Test
  void aStopIsMadeHeardAndDecidedOnThePage() throws Exception {
    long grant = granted(2000, payment);
    as(world.hanna, get("/payments/grants/" + grant))
        .andExpect(content().string(containsString("generous is no reason")));
    as(
            world.hanna,
            post("/payments/grants/" + grant + "/stop")
                .param("reason", "fraud")
                .param("shows", "The receipt is forged"))
        .andExpect(status().is3xxRedirection());
    as(world.hanna, get("/payments/grants/" + grant))
        .andExpect(content().string(containsString("They have not answered yet")))
        .andExpect(content().string(containsString("It can be decided once")));
    as(
            world.hanna,
            post("/payments/grants/" + grant + "/stop/decision")
                .param("decision", "uphold")
                .param("words", "Forged"))
        .andExpect(status().isUnprocessableContent());
    as(
            world.priya,
            post("/payments/grants/" + grant + "/stop/answer").param("answer", "It is real."))
        .andExpect(status().is3xxRedirection());
    as(world.hanna, get("/payments/grants/" + grant))
        .andExpect(content().string(containsString("It is real.")));
    as(
            world.hanna,
            post("/payments/grants/" + grant + "/stop/decision")
                .param("decision", "lift")
                .param("heard", "")
                .param("words", "The shop confirms it"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("answered since you opened this page")))
        .andExpect(content().string(containsString("The shop confirms it")));
    String heard =
        sql.sql("select cast(extract(epoch from answered_at) * 1000 as bigint) from grant_stop")
            .query(String.class)
            .single();
    as(
            world.hanna,
            post("/payments/grants/" + grant + "/stop/decision")
                .param("decision", "lift")
                .param("heard", heard)
                .param("words", "The shop confirms it"))
        .andExpect(status().is3xxRedirection());
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
  }

  @Test
  void theLedgerAndTheStockHavePages() throws Exception {
    provider.byHand(payment, 300);
    as(world.hanna, get("/payments/ledger"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("was not read yet")));
    as(world.hanna, get("/payments/stock")).andExpect(status().isOk());
    as(world.hanna, post("/payments/stock").param("product", "none").param("serials", "1"))
        .andExpect(status().isUnprocessableContent());
  }
}
