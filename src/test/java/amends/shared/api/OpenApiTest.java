package amends.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Cases;
import amends.cases.Field;
import amends.cases.Fields;
import amends.customers.Customers;
import amends.shared.Actor;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** What the program says of itself is what it does. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Fields fields;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Routes routes;
  @Autowired TestClock clock;

  private Api api;
  private JsonNode document;

  @BeforeAll
  void theDocument() {
    Fernhill world = new Fernhill(staff, customers);
    customers.identify(world.ruth().id(), "C-20417", Actor.SYSTEM);
    fields.keep(
        new Field(0, null, null, "", "Batch", "", Field.Kind.TEXT, false, 0, "", List.of(), false),
        world.admin);
    api =
        new Api(
            mvc,
            tokens,
            "customers:*",
            "goods:*",
            "cases:*",
            "messages:*",
            "promises:*",
            "work:*",
            "hooks:*");
    document = Api.send(mvc, MockMvcRequestBuilders.get("/api/v1/openapi.json")).json();
  }

  private String example(String method, String path) {
    JsonNode operation = document.get("paths").get(path).get(method);
    return operation
        .at("/requestBody/content/application~1json/example")
        .toString()
        .replaceAll(
            "2026-05-1[23]T1[0-9:]+Z", clock.instant().plus(Duration.ofHours(20)).toString());
  }

  @Test
  void everyRouteStandsInItUnderANameOfItsOwn() {
    Set<String> names = new TreeSet<>();
    for (Routes.Route route : routes.all()) {
      JsonNode said =
          document
              .get("paths")
              .get(route.path())
              .get(route.method().toLowerCase(java.util.Locale.ROOT));
      assertThat(said).as(route.path()).isNotNull();
      assertThat(names.add(said.get("operationId").asString())).isTrue();
      assertThat(said.get("summary").asString()).isNotBlank();
    }
    assertThat(names).hasSizeGreaterThan(20);
    assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    document.findValues("$ref").forEach(r -> references.add(r.asString()));
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(r -> assertThat(document.at(r.substring(1)).isMissingNode()).as(r).isFalse());
  }

  @Test
  void itsExamplesWorkAndWhatComesBackIsAsItSays() {
    told(
        "post",
        "/api/v1/customers",
        api.post(
            "/api/v1/customers",
            example("post", "/api/v1/customers")
                .replace("C-20417", "C-2")
                .replace("ruth@", "holt@")));
    told(
        "post",
        "/api/v1/products",
        api.post("/api/v1/products", example("post", "/api/v1/products")));
    told("post", "/api/v1/units", api.post("/api/v1/units", example("post", "/api/v1/units")));
    Api.Answer orders =
        api.post(
            "/api/v1/orders",
            example("post", "/api/v1/orders").replaceAll("\"customer_id\":17,", ""));
    told("post", "/api/v1/orders", orders);
    assertThat(orders.at("/created").asInt()).as(orders.text()).isEqualTo(1);
    Api.Answer opened =
        api.post(
            "/api/v1/cases",
            example("post", "/api/v1/cases").replaceAll("\"customer_id\":17,", ""));
    told("post", "/api/v1/cases", opened);
    String path = "/api/v1/cases/" + opened.at("/matter/id").asLong();
    told(
        "post",
        "/api/v1/cases/{id}/replies",
        api.post(
            path + "/replies",
            example("post", "/api/v1/cases/{id}/replies")
                .replaceAll(",\"nothing_more\":[a-z]+", "")));
    told(
        "post",
        "/api/v1/cases/{id}/fields",
        api.post(path + "/fields", example("post", "/api/v1/cases/{id}/fields")));
    told(
        "post",
        "/api/v1/cases/{id}/notes",
        api.post(path + "/notes", example("post", "/api/v1/cases/{id}/notes")));
    told(
        "post",
        "/api/v1/cases/{id}/owner",
        api.post(path + "/owner", example("post", "/api/v1/cases/{id}/owner")));
    told(
        "post",
        "/api/v1/cases/{id}/statements",
        api.post(path + "/statements", example("post", "/api/v1/cases/{id}/statements")));
    told(
        "post",
        "/api/v1/cases/{id}/calls",
        api.post(
            path + "/calls",
            example("post", "/api/v1/cases/{id}/calls")
                .replaceAll(",\"nothing_more\":[a-z]+", "")));
    told(
        "patch",
        "/api/v1/cases/{id}",
        api.patch(path, example("patch", "/api/v1/cases/{id}"), "*"));
    long promise = api.get(path).at("/matter/next/promise_id").asLong();
    told("get", "/api/v1/promises/{id}", api.get("/api/v1/promises/" + promise));
    told(
        "get",
        "/api/v1/promises/{id}/evidence",
        api.get("/api/v1/promises/" + promise + "/evidence"));
    for (String list : List.of("customers", "products", "units", "orders", "cases", "promises")) {
      Api.Answer answer = api.get("/api/v1/" + list);
      told("get", "/api/v1/" + list, answer);
      assertThat(answer.at("/items").size()).as(list).isPositive();
    }
    told("get", "/api/v1/work", api.get("/api/v1/work?view=all"));
    told("get", "/api/v1/cases/{id}", api.get(path));
    Api.Answer messages = api.get(path + "/messages");
    told("get", "/api/v1/cases/{id}/messages", messages);
    told(
        "get",
        "/api/v1/messages/{id}",
        api.get("/api/v1/messages/" + messages.at("/items/0/id").asLong()));
    told("get", "/api/v1/customers/{id}", api.get("/api/v1/customers/1"));
    told(
        "patch",
        "/api/v1/customers/{id}",
        api.patch("/api/v1/customers/1", "{\"name\": \"Ruth\"}", "*"));
    told("get", "/api/v1/units/{id}", api.get("/api/v1/units/1"));
    told("get", "/api/v1/orders/{id}", api.get("/api/v1/orders/1"));
    told(
        "post",
        "/api/v1/cases/{id}/settlement",
        api.post(
            path + "/settlement",
            "{\"outcome\": \"made_right\", \"done\": \"Sent.\", \"follow_up_at\": \"%s\"}"
                .formatted(clock.instant().plus(Duration.ofHours(20)))));
    told(
        "post",
        "/api/v1/cases/{id}/reopening",
        api.post(path + "/reopening", example("post", "/api/v1/cases/{id}/reopening")));
    told(
        "post",
        "/api/v1/cases/{id}/settlement",
        api.post(
            path + "/settlement",
            "{\"outcome\": \"made_right\", \"done\": \"Sent.\", \"follow_up_at\": \"%s\"}"
                .formatted(clock.instant().plus(Duration.ofHours(20)))));
    told(
        "post",
        "/api/v1/cases/{id}/follow-ups",
        api.post(
            path + "/follow-ups",
            example("post", "/api/v1/cases/{id}/follow-ups")
                .replaceAll(",\"next\":\\{[^}]*}", "")));
  }

  @Test
  void problemsAreAsItSays() {
    JsonNode schema = document.at("/components/schemas/Problem");
    for (Api.Answer answer :
        List.of(
            api.get("/api/v1/customers/999"),
            api.get("/api/v1/customers?x=1"),
            api.post("/api/v1/customers", "{"),
            Api.send(mvc, MockMvcRequestBuilders.get("/api/v1/customers")))) {
      assertThat(flaws(answer.json(), schema, "")).as(answer.text()).isEmpty();
      assertThat(answer.at("/status").asInt()).isEqualTo(answer.status());
    }
  }

  private void told(String method, String path, Api.Answer answer) {
    JsonNode said =
        document
            .get("paths")
            .get(path)
            .get(method)
            .get("responses")
            .get(String.valueOf(answer.status()));
    assertThat(said)
        .as(method + " " + path + " answered " + answer.status() + answer.text())
        .isNotNull();
    assertThat(answer.status()).as(answer.text()).isLessThan(300);
    assertThat(flaws(answer.json(), said.at("/content/application~1json/schema"), path)).isEmpty();
  }

  /**
   * As much of JSON Schema as the document uses; an answer with a field that it does not name is a
   * flaw too.
   */
  private List<String> flaws(JsonNode value, JsonNode schema, String at) {
    List<String> flaws = new ArrayList<>();
    if (schema.has("$ref")) {
      return flaws(value, document.at(schema.get("$ref").asString().substring(1)), at);
    }
    if (schema.has("oneOf")) {
      boolean one =
          schema.get("oneOf").valueStream().filter(s -> flaws(value, s, at).isEmpty()).count() == 1;
      return one ? flaws : List.of(at + ": none of the choices: " + value);
    }
    List<String> types = new ArrayList<>();
    if (schema.get("type").isArray()) {
      schema.get("type").forEach(t -> types.add(t.asString()));
    } else {
      types.add(schema.get("type").asString());
    }
    if (types.stream().noneMatch(type -> is(value, type))) {
      return List.of(at + ": is no " + types + ": " + value);
    }
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      flaws.add(at + ": is none of the words: " + value);
    }
    if ("date-time".equals(schema.path("format").asString(""))
        && !value.isNull()
        && !value.asString().endsWith("Z")) {
      flaws.add(at + ": is not UTC: " + value);
    }
    if (value.isArray()) {
      value.forEach(entry -> flaws.addAll(flaws(entry, schema.get("items"), at + "[]")));
    }
    if (value.isObject()) {
      schema
          .path("required")
          .forEach(name -> {
            if (!value.has(name.asString())) {
              flaws.add(at + ": lacks " + name);
            }
          });
      for (String name : value.propertyNames()) {
        if (schema.get("properties").has(name)) {
          flaws.addAll(flaws(value.get(name), schema.get("properties").get(name), at + "." + name));
        } else {
          flaws.add(at + ": does not name " + name);
        }
      }
    }
    return flaws;
  }

  private static boolean is(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
