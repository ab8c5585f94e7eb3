package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Other programs say what customers agreed to, and which addresses are stopped. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuppressionApiTest {
  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Customers customers;

  private Api api;
  private String customer;

  @BeforeAll
  void somebody() {
    new Fernhill(staff, customers);
    api = new Api(mvc, tokens, "customers:*");
    Api.Answer made =
        api.post(
            "/api/v1/customers",
            "{\"name\": \"Olga\", \"contacts\": [{\"channel\": \"email\", \"address\": \"olga@ruiz.example\"}]}");
    customer = "/api/v1/customers/" + made.at("/id").asLong();
  }

  @Test
  void theNewestWordCountsAndEarlierOnesStay() {
    say("marketing", "\"email\"", true);
    say("marketing", "null", false);
    Api.Answer all = api.get(customer + "/consents");
    assertThat(all.at("/items/0/allowed").asBoolean()).isFalse();
    assertThat(all.at("/items/0/channel").isNull()).isTrue();
    assertThat(all.at("/items/1/allowed").asBoolean()).isTrue();
    assertThat(all.at("/items/1/channel").asString()).isEqualTo("email");
  }

  private Api.Answer say(String purpose, String channel, boolean allowed) {
    return api.post(
        customer + "/consents",
        "{\"purpose\": \"%s\", \"channel\": %s, \"allowed\": %s}"
            .formatted(purpose, channel, allowed));
  }

  @Test
  void safetyIsNotAsked() {
    Api.Answer refused = say("safety", "null", false);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("purpose");
  }

  @Test
  void anAddressIsStoppedOnceAndFreedWithAReason() {
    String one = "\"channel\": \"email\", \"address\": \"Olga@Ruiz.example\"";
    Api.Answer stopped = api.post("/api/v1/suppressions", "{" + one + "}");
    assertThat(stopped.at("/suppressed").asBoolean()).as(stopped.text()).isTrue();
    assertThat(api.get(customer + "/suppressions").at("/items/0/reason").asString())
        .isEqualTo("stop");
    Api.Answer unclear =
        api.post("/api/v1/suppressions/lifting", "{" + one + ", \"why\": \"because\"}");
    assertThat(unclear.status()).isEqualTo(422);
    Api.Answer free = api.post("/api/v1/suppressions/lifting", "{" + one + ", \"why\": \"asked\"}");
    assertThat(free.at("/suppressed").asBoolean()).isFalse();
    assertThat(api.get(customer + "/suppressions").at("/items").isEmpty()).isTrue();
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    Api.Answer refused =
        api.post("/api/v1/suppressions", "{\"channel\": \"email\", \"address\": \" \"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("address");
  }
}
