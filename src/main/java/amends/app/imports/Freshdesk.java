package amends.app.imports;

import amends.messages.email.HtmlText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of Freshdesk's API v2: contacts, agents, tickets, conversations. */
final class Freshdesk implements HelpDesk {
  private static final Set<String> OF_THEIRS = Set.of("description", "body", "updated_at");
  private static final Map<String, String> STATES =
      Map.of("2", "open", "3", "pending", "4", "resolved", "5", "closed");
  private static final Set<String> ENDED = Set.of("4", "5");
  private static final Map<String, String> CHANNELS =
      Map.of("3", "phone", "7", "chat", "5", "social", "6", "social");

  @Override
  public String name() {
    return "freshdesk";
  }

  @Override
  public List<Read> read(Found found) {
    ObjectNode record = found.fields();
    if (record.has("requester_id") && record.has("status")) {
      return ticket(found);
    }
    if (record.has("ticket_id") && (record.has("body") || record.has("body_text"))) {
      return List.of(conversation(found, record));
    }
    if (record.path("contact").isObject()) {
      return List.of(agent(found));
    }
    if (record.has("email") || record.has("mobile")) {
      Fields fields = new Fields(record);
      return List.of(new Read(person(fields, fields.needed("id"), false), found, fields.left()));
    }
    if (record.has("domains")) {
      Fields fields = new Fields(record);
      Item.Company company = new Item.Company(fields.needed("id"), fields.needed("name"), null);
      fields.drop(OF_THEIRS);
      return List.of(new Read(company, found, fields.left()));
    }
    throw new Unmapped("unknown", found.list());
  }

  private static Read agent(Found found) {
    Fields fields = new Fields(found.fields());
    String key = fields.needed("id");
    Fields contact = fields.inner("contact");
    Fields card = contact == null ? fields : contact;
    return new Read(person(card, key, true), found, fields.left());
  }

  private static Item.Person person(Fields fields, String key, boolean colleague) {
    String name = fields.text("name");
    String phone = fields.text("mobile");
    return new Item.Person(
        key,
        name == null ? "" : name,
        fields.text("email"),
        phone == null ? fields.text("phone") : phone,
        fields.locale("language"),
        fields.zone("time_zone"),
        fields.text("unique_external_id"),
        colleague,
        fields.text("company_id"));
  }

  private static List<Read> ticket(Found found) {
    Fields fields = new Fields(found.fields());
    String status = fields.needed("status");
    List<ObjectNode> conversations = fields.list("conversations");
    String key = fields.needed("id");
    String happened = said(fields, "description_text", "description");
    String subject = fields.text("subject");
    Fields requester = fields.inner("requester");
    Item.Matter matter =
        new Item.Matter(
            key,
            key,
            subject == null ? Zendesk.firstLine(happened) : subject,
            happened,
            CHANNELS.getOrDefault(String.valueOf(fields.text("source")), "email"),
            STATES.getOrDefault(status, status),
            fields.moment("created_at"),
            ENDED.contains(status) ? ended(fields) : null,
            fields.needed("requester_id"),
            requester == null ? null : requester.text("email"),
            fields.text("responder_id"),
            null,
            fields.words("tags"),
            fields.own("custom_fields"));
    fields.drop(OF_THEIRS);
    List<Read> all = new ArrayList<>();
    all.add(new Read(matter, found, fields.left()));
    for (ObjectNode conversation : conversations) {
      all.add(conversation(found, conversation.put("ticket_id", key)));
    }
    return all;
  }

  private static Instant ended(Fields fields) {
    Fields stats = fields.inner("stats");
    Instant resolved = stats == null ? null : stats.momentOrNull("resolved_at");
    return resolved == null ? fields.moment("updated_at") : resolved;
  }

  private static Read conversation(Found found, ObjectNode record) {
    Fields fields = new Fields(record);
    boolean incoming = fields.flag("incoming");
    boolean secret = fields.flag("private");
    Item.Word word =
        new Item.Word(
            fields.needed("id"),
            fields.needed("ticket_id"),
            fields.text("user_id"),
            null,
            secret ? "note" : incoming ? "customer" : "colleague",
            said(fields, "body_text", "body"),
            fields.moment("created_at"));
    fields.drop(OF_THEIRS);
    return new Read(word, found, fields.left());
  }

  private static String said(Fields fields, String plain, String html) {
    String text = fields.text(plain);
    String marked = fields.text(html);
    return text != null ? text : text(marked);
  }

  private static String text(@Nullable String html) {
    return html == null ? "" : HtmlText.of(html);
  }
}
