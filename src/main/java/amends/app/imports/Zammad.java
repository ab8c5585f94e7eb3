package amends.app.imports;

import amends.messages.email.HtmlText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of Zammad's API v1, with names ({@code expand=true}) or with ids only. */
final class Zammad implements HelpDesk {
  /** As a new Zammad numbers its states. */
  private static final Map<String, String> STATES =
      Map.of(
          "1", "new",
          "2", "open",
          "3", "pending reminder",
          "4", "closed",
          "5", "merged",
          "6", "removed",
          "7", "pending close");

  private static final Set<String> ENDED = Set.of("closed", "merged", "removed");
  private static final Map<String, String> CHANNELS =
      Map.of("phone", "phone", "sms", "sms", "chat", "chat");
  private static final Set<String> STAFF_ROLES = Set.of("Admin", "Agent", "1", "2");
  private static final Set<String> OF_THEIRS =
      Set.of("updated_at", "updated_by_id", "created_by_id", "article_ids", "article_count");

  @Override
  public String name() {
    return "zammad";
  }

  @Override
  public List<Read> read(Found found) {
    ObjectNode record = found.fields();
    if (record.has("ticket_id") && record.has("body")) {
      return List.of(article(found));
    }
    if (record.has("title") && record.has("number")) {
      return List.of(ticket(found));
    }
    if (record.has("login") || record.has("firstname")) {
      return List.of(person(found));
    }
    if (record.has("name") && (record.has("domain") || record.has("domain_assignment"))) {
      Fields fields = new Fields(record);
      Item.Company company = new Item.Company(fields.needed("id"), fields.needed("name"), null);
      fields.drop(OF_THEIRS);
      return List.of(new Read(company, found, fields.left()));
    }
    if (record.has("name") && !record.has("email")) {
      return List.of(Read.aside(found, "group"));
    }
    throw new Unmapped("unknown", found.list());
  }

  private static Read person(Found found) {
    Fields fields = new Fields(found.fields());
    boolean colleague =
        anyOf(found.fields().path("roles")) || anyOf(found.fields().path("role_ids"));
    fields.drop(OF_THEIRS);
    fields.drop(Set.of("roles", "role_ids", "login", "password"));
    String first = fields.text("firstname");
    String last = fields.text("lastname");
    String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    String mobile = fields.text("mobile");
    Item.Person person =
        new Item.Person(
            fields.needed("id"),
            name,
            fields.text("email"),
            mobile == null ? fields.text("phone") : mobile,
            null,
            null,
            null,
            colleague,
            fields.text("organization_id"));
    return new Read(person, found, fields.left());
  }

  private static boolean anyOf(JsonNode roles) {
    return roles.valueStream().anyMatch(role -> STAFF_ROLES.contains(role.asString("")));
  }

  private static Read ticket(Found found) {
    Fields fields = new Fields(found.fields());
    String stateId = String.valueOf(fields.text("state_id"));
    String named = fields.text("state");
    String state = named == null ? STATES.getOrDefault(stateId, stateId) : named;
    String channel = fields.text("create_article_type");
    Item.Matter matter =
        new Item.Matter(
            fields.needed("id"),
            fields.needed("number"),
            fields.needed("title"),
            "",
            CHANNELS.getOrDefault(String.valueOf(channel), "email"),
            state,
            fields.moment("created_at"),
            ENDED.contains(state) ? ended(fields) : null,
            fields.needed("customer_id"),
            emailOrNull(fields.text("customer")),
            fields.text("owner_id"),
            null,
            fields.words("tags"),
            fields.own());
    fields.drop(OF_THEIRS);
    return new Read(matter, found, fields.left());
  }

  private static @Nullable String emailOrNull(@Nullable String login) {
    return login != null && login.contains("@") ? login : null;
  }

  private static Instant ended(Fields fields) {
    Instant closed = fields.momentOrNull("close_at");
    return closed == null ? fields.moment("updated_at") : closed;
  }

  private static Read article(Found found) {
    Fields fields = new Fields(found.fields());
    String type = fields.text("content_type");
    String body = fields.text("body");
    String words = body == null ? "" : "text/plain".equals(type) ? body : HtmlText.of(body);
    String sender = fields.text("sender");
    Item.Word word =
        new Item.Word(
            fields.needed("id"),
            fields.needed("ticket_id"),
            fields.text("created_by_id"),
            fields.text("from"),
            fields.flag("internal") ? "note" : side(sender),
            words,
            fields.moment("created_at"));
    fields.drop(OF_THEIRS);
    return new Read(word, found, fields.left());
  }

  private static @Nullable String side(@Nullable String sender) {
    if (sender == null) {
      return null;
    }
    return switch (sender) {
      case "Customer" -> "customer";
      case "System" -> "note";
      default -> "colleague";
    };
  }
}
