package amends.goods.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.staff.ApiTokens;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoodsApiTest {
  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired JdbcClient sql;

  private Api api;
  private long ruth;

  @BeforeAll
  void aShopWithProducts() {
    api = new Api(mvc, tokens, "goods:*", "customers:*");
    ruth =
        api.post("/api/v1/customers", "{\"name\": \"Ruth\", \"external_id\": \"C-1\"}")
            .at("/id")
            .asLong();
    products("JUG-1", "Water jug");
    products("LAMP-1", "Lamp");
  }

  private Api.Answer products(String number, String name) {
    return api.post(
        "/api/v1/products",
        "{\"items\": [{\"external_id\": \"%s\", \"name\": \"%s\"}]}".formatted(number, name));
  }

  private static String unit(String product, String serial, String number) {
    return "{\"product\": \"%s\", \"serial\": \"%s\", \"external_id\": \"%s\", \"lot\": \"L-7\"}"
        .formatted(product, serial, number);
  }

  private static String order(String number, String customer, String lines) {
    return """
    {"external_id": "%s", %s, "placed_at": "2026-05-02T12:15:00+02:00",
     "total": {"minor": 2598, "currency": "EUR"}, "lines": [%s]}
    """
        .formatted(number, customer, lines);
  }

  private static String line(String product, String serial) {
    return "{\"product\": \"%s\", %s\"quantity\": 2, \"price\": {\"minor\": 1299, \"currency\": \"EUR\"}}"
        .formatted(product, serial.isEmpty() ? "" : "\"serial\": \"" + serial + "\", ");
  }

  private Api.Answer post(String what, String... items) {
    return api.post("/api/v1/" + what, "{\"items\": [" + String.join(",", items) + "]}");
  }

  private static List<String> results(Api.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    List<String> results = new ArrayList<>();
    answer.at("/results").forEach(r -> results.add(r.get("result").asString()));
    return results;
  }

  @Test
  void tellingAgainChangesNothingAndTellingOtherwiseChanges() {
    assertThat(results(products("CUP-1", "Cup"))).containsExactly("created");
    long before = sql.sql("select count(*) from journal_entry").query(Long.class).single();
    Api.Answer again = products("CUP-1", "Cup");
    assertThat(results(again)).containsExactly("unchanged");
    assertThat(again.at("/results/0/id").asLong()).isPositive();
    assertThat(sql.sql("select count(*) from journal_entry").query(Long.class).single())
        .isEqualTo(before);
    Api.Answer other = products("CUP-1", "Tea cup");
    assertThat(results(other)).containsExactly("updated");
    assertThat(other.at("/updated").asInt()).isEqualTo(1);
    assertThat(api.get("/api/v1/products?external_id=CUP-1").at("/items/0/name").asString())
        .isEqualTo("Tea cup");
  }

  @Test
  void aRefusedUnitKeepsNoOtherFromBeingTaken() {
    Api.Answer answer =
        post(
            "units",
            unit("JUG-1", "SN 1", "U-1"),
            unit("NONE-1", "SN 2", "U-2"),
            unit("JUG-1", " ", "U-3"),
            unit("JUG-1", "SN 4", "U-1"),
            unit("LAMP-1", "SN 5", "U-5"),
            unit("LAMP-1", "sn-5", "U-6"));
    assertThat(results(answer))
        .containsExactly("created", "refused", "refused", "refused", "refused", "created");
    assertThat(answer.at("/results/1/reason").asString()).contains("NONE-1");
    assertThat(answer.at("/results/4/reason").asString()).contains("comes again");
    assertThat(answer.at("/refused").asInt()).isEqualTo(4);
    assertThat(results(post("units", unit("LAMP-1", "SN-9", "U-1")))).containsExactly("refused");
    Api.Answer found = api.get("/api/v1/units?serial=sn1&lot=L-7&product=JUG-1");
    assertThat(found.at("/items/0/external_id").asString()).isEqualTo("U-1");
    assertThat(api.get("/api/v1/units/" + found.at("/items/0/id").asLong()).status())
        .isEqualTo(200);
  }

  @Test
  void ordersComeWithTheirLinesAndNameTheirCustomerEitherWay() {
    post("units", unit("JUG-1", "SN 70", "U-70"));
    String one =
        order(
            "A-1",
            "\"customer_external_id\": \"C-1\"",
            line("JUG-1", "SN70") + "," + line("LAMP-1", ""));
    Api.Answer answer =
        post(
            "orders",
            one,
            order("A-2", "\"customer_id\": " + ruth, line("JUG-1", "")),
            order("A-3", "\"customer_external_id\": \"C-404\"", line("JUG-1", "")),
            order("A-4", "\"customer_id\": 999999", line("JUG-1", "")),
            order("A-5", "\"customer_id\": " + ruth, line("NONE-1", "")),
            order("A-6", "\"customer_id\": " + ruth, line("JUG-1", "SN 404")),
            order("A-7", "\"customer_id\": " + ruth, line("JUG-1", "")).replace("EUR", "ZZZ"),
            order("A-8", "\"customer_id\": " + ruth + ", \"customer_external_id\": \"C-1\"", ""));
    assertThat(results(answer))
        .containsExactly(
            "created", "created", "refused", "refused", "refused", "refused", "refused", "refused");
    Api.Answer read = api.get("/api/v1/orders?external_id=A-1");
    assertThat(read.at("/items/0/placed_at").asString()).isEqualTo("2026-05-02T10:15:00Z");
    assertThat(read.at("/items/0/lines/0/serial").asString()).isEqualTo("SN 70");
    assertThat(read.at("/items/0/total/minor").asLong()).isEqualTo(2598);
    assertThat(results(post("orders", one))).containsExactly("unchanged");
    String paid =
        "\"payment\": \"pi_9\", \"paid\": {\"minor\": 2500, \"currency\": \"EUR\"},"
            + " \"country\": \"IE\", \"total\"";
    assertThat(results(post("orders", one.replace("\"total\"", paid)))).containsExactly("updated");
    assertThat(results(post("orders", one))).as("not told again").containsExactly("unchanged");
    Api.Answer known = api.get("/api/v1/orders?external_id=A-1");
    assertThat(known.at("/items/0/payment").asString()).isEqualTo("pi_9");
    assertThat(known.at("/items/0/paid/minor").asLong()).isEqualTo(2500);
    assertThat(known.at("/items/0/country").asString()).isEqualTo("IE");
    assertThat(
            results(post("orders", order("A-1", "\"customer_id\": " + ruth, line("LAMP-1", "")))))
        .containsExactly("updated");
    assertThat(api.get("/api/v1/orders?external_id=A-1").at("/items/0/lines").size()).isEqualTo(1);
    assertThat(api.get("/api/v1/orders?customer_id=" + ruth + "&limit=1").at("/next").isNull())
        .isFalse();
  }

  @Test
  void aThousandUnitsGoInAtOnceAndOneMoreDoesNot() {
    String thousand =
        IntStream.range(0, 1000)
            .mapToObj(i -> unit("LAMP-1", "T" + i, "T" + i))
            .collect(Collectors.joining(","));
    Api.Answer first = post("units", thousand);
    assertThat(first.at("/created").asInt()).isEqualTo(1000);
    assertThat(post("units", thousand).at("/unchanged").asInt()).isEqualTo(1000);
    Api.Answer tooMany = post("units", thousand, unit("LAMP-1", "more", "more"));
    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(tooMany.at("/errors/0/field").asString()).isEqualTo("items");
  }
}
