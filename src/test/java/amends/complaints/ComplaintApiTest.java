package amends.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import amends.staff.ApiTokens;
import amends.testing.Api;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** A formal complaint from its receipt to its final response, by a program. */
class ComplaintApiTest extends Complaining {
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;

  private Api api;

  @BeforeAll
  void aProgram() {
    api = new Api(mvc, tokens, "complaints:*");
  }

  private String at(long id) {
    return "/api/v1/cases/" + id + "/complaint";
  }

  private String opening(String rules) {
    return """
    {"received_at": "%s", "way": "written", "wants": "Her money back", "eligible": "A consumer",
     "rules": [%s]}
    """
        .formatted(clock.instant(), rules);
  }

  private Api.Answer opened(long id) {
    Api.Answer opened = api.post(at(id), opening("\"disp\""));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened;
  }

  private Api.Answer letter(long id, String kind, String text) {
    return api.post(
        at(id) + "/letters/" + kind,
        "{\"text\": %s, \"nothing_more\": true}".formatted(JSON.writeValueAsString(text)));
  }

  private String prepared(long id, String kind) {
    Api.Answer prepared = api.get(at(id) + "/letters/" + kind);
    assertThat(prepared.status()).as(prepared.text()).isEqualTo(200);
    return prepared.at("/text").asString();
  }

  private String state(long id, String rule) {
    for (var one : api.get(at(id) + "/obligations").at("/items")) {
      if (one.at("/rule").asString().equals(rule)) {
        return one.at("/state").asString();
      }
    }
    return "none";
  }

  private String decision(long investigator, String findings) {
    return """
    {"investigator_id": %d, "outcome": "upheld", "findings": "%s",
     "redress": {"minor": 4000, "currency": "GBP"}}
    """
        .formatted(investigator, findings);
  }

  @Test
  void fromTheReceiptToTheFinalResponse() {
    long id = ruthWrites();
    Api.Answer opened = opened(id);
    assertThat(opened.at("/acknowledgement").asString()).isEqualTo("runs");
    assertThat(opened.at("/rules/0").asString()).isEqualTo("disp");
    assertThat(opened.header("Location")).isEqualTo(at(id));
    assertThat(api.post(at(id), opening("\"disp\"")).status())
        .as("it is one already")
        .isEqualTo(422);
    assertThat(holds.of(cases.see(id, world.priya).customerId()))
        .as("the record is kept, and a token set that")
        .anySatisfy(hold -> assertThat(hold.setBy()).isEqualTo(-api.token().id()));

    Api.Answer acknowledged = letter(id, "acknowledgement", prepared(id, "acknowledgement"));
    assertThat(acknowledged.status()).as(acknowledged.text()).isEqualTo(201);
    assertThat(state(id, "disp.acknowledgement")).as("written is not arrived").isEqualTo("going");
    post.deliver();
    assertThat(api.get(at(id)).at("/acknowledgement").asString()).isEqualTo("kept");

    long tom = world.tom.id();
    assertThat(api.get(at(id) + "/investigators").text()).contains("\"id\":" + tom);
    assertThat(letter(id, "final-response", "No.").text())
        .as("nobody has decided")
        .contains("not decided yet");
    assertThat(api.post(at(id) + "/decision", decision(tom, "A mistake.")).status())
        .as("nobody looks into it")
        .isEqualTo(422);
    assertThat(api.post(at(id) + "/investigator", "{\"person_id\": %d}".formatted(tom)).status())
        .isEqualTo(200);
    assertThat(api.post(at(id) + "/decision", decision(world.priya.id(), "A mistake.")).status())
        .as("somebody else looks into it")
        .isEqualTo(422);
    Api.Answer decided = api.post(at(id) + "/decision", decision(tom, "A mistake of ours."));
    assertThat(decided.at("/decision/redress/minor").asLong()).as(decided.text()).isEqualTo(4000);

    String text = prepared(id, "final-response");
    assertThat(text).contains("A mistake of ours.");
    Api.Answer without =
        letter(id, "final-response", text.replace("www.financial-ombudsman.org.uk", ""));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.text()).contains("By the rules it must also say");
    assertThat(letter(id, "final-response", text).status()).isEqualTo(201);
    post.deliver();
    assertThat(state(id, "disp.final")).isEqualTo("kept");
    assertThat(api.get(at(id)).at("/letters").size()).isEqualTo(2);
    assertThat(api.post(at(id) + "/decision", decision(tom, "Something else.")).status())
        .as("what was decided stays")
        .isEqualTo(422);
  }

  @Test
  void aLetterIsSentOnceUnderItsKey() {
    long id = ruthWrites();
    opened(id);
    String body =
        "{\"text\": %s, \"next\": {\"words\": \"you have our decision\", \"due_at\": \"%s\"}}"
            .formatted(
                JSON.writeValueAsString(prepared(id, "acknowledgement")),
                clock.instant().plus(Duration.ofDays(10)));
    String path = at(id) + "/letters/acknowledgement";
    Api.Answer first = api.post(path, body, "one-letter");
    Api.Answer again = api.post(path, body, "one-letter");
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.at("/message_id")).isEqualTo(first.at("/message_id"));
    assertThat(api.get(at(id)).at("/letters").size()).isEqualTo(1);
    assertThat(api.post(path, body.replace("decision", "answer"), "one-letter").status())
        .isEqualTo(422);
    assertThat(
            api.post(
                    path,
                    "{\"text\": \"Hello\", \"nothing_more\": true, \"next\": {\"words\": \"x\", \"due_at\": \"2030-01-01T00:00:00Z\"}}")
                .status())
        .as("something, or nothing")
        .isEqualTo(422);
  }

  @Test
  void theirOwnWordCountsAndWhereTheyTookIt() {
    long id = ruthWrites();
    opened(id);
    assertThat(
            api.post(at(id) + "/acceptance", "{\"said\": \"That settles it.\"}")
                .at("/accepted_at")
                .asString())
        .isNotEmpty();
    assertThat(
            api.post(at(id) + "/referral", "{\"to\": \"The ombudsman\", \"reference\": \"O-1\"}")
                .at("/referred_to")
                .asString())
        .isEqualTo("The ombudsman");
    Api.Answer withdrawn = api.post(at(id) + "/withdrawal", "{\"said\": \"I take it back.\"}");
    assertThat(withdrawn.at("/decision/outcome").asString()).isEqualTo("withdrawn");
    assertThat(state(id, "disp.final")).isEqualTo("withdrawn");
  }

  @Test
  void whatCannotBeIsRefused() {
    long id = ruthWrites();
    assertThat(api.get(at(id)).status()).isEqualTo(404);
    assertThat(api.post(at(id), opening("\"no-such\"")).text()).contains("not switched on");
    assertThat(new Api(mvc, tokens, "complaints:read").post(at(id), opening("\"disp\"")).status())
        .isEqualTo(403);
    opened(id);
    assertThat(api.get(at(id) + "/letters/no-such").status()).isEqualTo(404);
    String yen = decision(world.tom.id(), "x").replace("GBP", "XXQ");
    api.post(at(id) + "/investigator", "{\"person_id\": %d}".formatted(world.tom.id()));
    assertThat(api.post(at(id) + "/decision", yen).text()).contains("three letters");
  }
}
