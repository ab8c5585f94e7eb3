package amends.app.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of Zendesk's export endpoints: users, tickets, comments, incremental ticket events, and
 * the account's own export with one ticket a line.
 */
final class Zendesk implements HelpDesk {
  private static final Set<String> OF_THEIRS =
      Set.of("url", "generated_timestamp", "html_body", "result_type", "raw_subject", "updated_at");
  private static final Set<String> ENDED = Set.of("solved", "closed");
  private static final Map<String, String> CHANNELS =
      Map.of(
          "voice", "phone",
          "phone", "phone",
          "sms", "sms",
          "chat", "chat",
          "native_messaging", "chat",
          "twitter", "social",
          "facebook", "social");

  @Override
  public String name() {
    return "zendesk";
  }

  @Override
  public List<Read> read(Found found) {
    ObjectNode record = found.fields();
    if (found.list().equals("users") || (record.has("email") && record.has("role"))) {
      return List.of(person(found));
    }
    if (found.list().equals("ticket_events")) {
      return events(found);
    }
    if (found.list().equals("tickets") || record.has("requester_id")) {
      return ticket(found);
    }
    if (found.list().equals("comments") || record.has("author_id")) {
      return List.of(comment(found, record, null));
    }
    if (found.list().equals("organizations") || record.has("domain_names")) {
      return List.of(company(found));
    }
    if (found.list().equals("groups")) {
      return List.of(Read.aside(found, "group"));
    }
    throw new Unmapped("unknown", found.list());
  }

  private static Read company(Found found) {
    Fields fields = new Fields(found.fields());
    fields.drop(OF_THEIRS);
    Item.Company company =
        new Item.Company(fields.needed("id"), fields.needed("name"), fields.text("external_id"));
    return new Read(company, found, fields.left());
  }

  private static Read person(Found found) {
    Fields fields = new Fields(found.fields());
    fields.drop(OF_THEIRS);
    String role = fields.text("role");
    String key = fields.needed("id");
    String email = fields.text("email");
    String name = fields.text("name");
    Item.Person person =
        new Item.Person(
            key,
            name == null ? "" : name,
            email,
            fields.text("phone"),
            fields.locale("locale"),
            fields.zone("iana_time_zone"),
            fields.text("external_id"),
            role != null && !role.equals("end-user"),
            fields.text("organization_id"));
    return new Read(person, found, fields.left());
  }

  private static List<Read> ticket(Found found) {
    Fields fields = new Fields(found.fields());
    String status = String.valueOf(fields.text("status"));
    if (status.equals("deleted")) {
      throw new Unmapped("deleted", fields.needed("id"));
    }
    Fields via = fields.inner("via");
    String channel = via == null ? null : via.text("channel");
    List<ObjectNode> comments = fields.list("comments");
    String key = fields.needed("id");
    String description = fields.text("description");
    String subject = fields.text("subject");
    Item.Matter matter =
        new Item.Matter(
            key,
            key,
            subject == null ? firstLine(description) : subject,
            description == null ? "" : description,
            CHANNELS.getOrDefault(String.valueOf(channel), "email"),
            status,
            fields.moment("created_at"),
            ENDED.contains(status) ? fields.moment("updated_at") : null,
            fields.needed("requester_id"),
            null,
            fields.text("assignee_id"),
            null,
            fields.words("tags"),
            fields.own("custom_fields"));
    fields.drop(OF_THEIRS);
    List<Read> all = new ArrayList<>();
    all.add(new Read(matter, found, fields.left()));
    comments.forEach(comment -> all.add(comment(found, comment, key)));
    return all;
  }

  static String firstLine(@Nullable String text) {
    return text == null ? "–" : text.lines().findFirst().orElse("–");
  }

  /** Comments of one ticket do not name it: then the saved file's name must. */
  private static Read comment(Found found, ObjectNode record, @Nullable String ticket) {
    Fields fields = new Fields(record);
    fields.drop(OF_THEIRS);
    String named = fields.text("ticket_id");
    String matter = ticket != null ? ticket : named != null ? named : found.numberInName();
    if (matter.isEmpty()) {
      throw new Unmapped("no-ticket", found.file().getFileName().toString());
    }
    return new Read(word(fields, matter, "author_id"), found, fields.left());
  }

  private static Item.Word word(Fields fields, String matter, String author) {
    String words = fields.firstText("plain_body", "body");
    return new Item.Word(
        fields.needed("id"),
        matter,
        fields.text(author),
        null,
        "false".equals(fields.text("public")) ? "note" : null,
        words == null ? "" : words,
        fields.moment("created_at"));
  }

  private static List<Read> events(Found found) {
    Fields event = new Fields(found.fields());
    String ticket = event.needed("ticket_id");
    String updater = event.text("updater_id");
    String at = event.text("created_at");
    List<Read> words = new ArrayList<>();
    List<ObjectNode> others = new ArrayList<>();
    for (ObjectNode child : event.list("child_events")) {
      if (!"Comment".equals(child.path("event_type").asString(""))) {
        others.add(child);
        continue;
      }
      ObjectNode whole = child.deepCopy();
      if (!whole.has("author_id") && updater != null) {
        whole.put("author_id", updater);
      }
      if (!whole.has("created_at") && at != null) {
        whole.put("created_at", at);
      }
      words.add(comment(found, whole, ticket));
    }
    if (!others.isEmpty()) {
      words.add(Read.aside(found, "event"));
    }
    return words;
  }
}
