package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** P29: a field that is not told of is refused by name, at every route that takes a body. */
class P29ForbiddenFieldsTest {
  private static final List<String> FORBIDDEN =
      List.of(
          "org_id",
          "role",
          "approved_by",
          "amount",
          "owner_person",
          "is_admin",
          "id",
          "created_at",
          "__proto__");

  private final House house = House.open();

  @Test
  void everyRouteOfTheApiRefusesEachOfThemByName() {
    JsonNode document = house.stranger().get("/api/v1/openapi.json").json();
    String before = export();
    List<String> tried = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        JsonNode example =
            operation.getValue().at("/requestBody/content/application~1json/example");
        if (example.isObject()) {
          refusesEach(operation.getKey().toUpperCase(), path.getKey(), (ObjectNode) example);
          tried.add(path.getKey());
        }
      }
    }
    assertThat(tried).hasSizeGreaterThan(15);
    assertThat(export()).as("nothing was taken").isEqualTo(before);
  }

  private void refusesEach(String method, String path, ObjectNode example) {
    String at = path.replaceAll("\\{\\w+}", "1");
    for (String field : FORBIDDEN) {
      if (example.has(field)) {
        continue;
      }
      ObjectNode body = example.deepCopy().put(field, 1);
      Answer answer = house.api.json(method, at, body.toString(), "p29-" + path.hashCode() + field);
      assertThat(answer.status()).as(method + " " + at + " with " + field).isEqualTo(422);
      assertThat(answer.at("/errors").valueStream().map(e -> e.get("field").asString()))
          .as(method + " " + at)
          .contains(field);
    }
  }

  private String export() {
    return house.api.get("/api/v1/customers?limit=200").text()
        + house.api.get("/api/v1/cases?limit=200").text()
        + house.api.get("/api/v1/orders?limit=200").text()
        + house.count("select count(*) from hook");
  }

  @Test
  void aFormGivesNobodyARoleOfTheirOwnChoosing() {
    Visitor agent = house.colleague("Fay Peer", "agent", house.team());
    String[] more = {
      "role",
      "administrator",
      "id",
      "1",
      "grants[0].role",
      "administrator",
      "person_id",
      "1",
      "active",
      "true"
    };
    List<String> all = new ArrayList<>(List.of("name", "Fay Peer"));
    all.addAll(List.of(more));
    agent.submit("/profile", "/profile", all.toArray(String[]::new));
    agent.submit("/profile", "/profile/keys", more);
    assertThat(agent.get("/tokens").status()).as("still an agent").isEqualTo(403);
    assertThat(
            house.count(
                "select count(*) from role_grant g join person p on p.id = g.person_id where p.email like 'fay.peer@%' and g.role <> 'agent'"))
        .isZero();
  }
}
