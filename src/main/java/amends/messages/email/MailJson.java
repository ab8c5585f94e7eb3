package amends.messages.email;

import amends.messages.MailPerson;
import amends.messages.ReadMail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** One line of JSON for each message, in the fields that scripts rely on. */
final class MailJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MailJson() {}

  static String line(String file, ReadMail mail, byte[] raw) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", file);
    fields.put("from", mail.from() == null ? NullNode.getInstance() : mail.from().written());
    fields.put("to", written(mail.to()));
    fields.put("cc", written(mail.cc()));
    fields.put("reply_to", written(mail.replyTo()));
    fields.put("subject", mail.subject());
    fields.put("date", mail.date() == null ? NullNode.getInstance() : mail.date().toString());
    fields.put("message_id", orNull(mail.messageId()));
    fields.put("in_reply_to", orNull(mail.inReplyTo()));
    fields.put("references", mail.references());
    fields.put("text", mail.text());
    fields.put("html", orNull(mail.html()));
    fields.put("reply_text", mail.replyText());
    fields.put("attachments", attachments(mail));
    fields.put("parts", PartList.of(raw));
    fields.put("automatic", mail.automatic());
    fields.put("automatic_reason", orNull(mail.automaticReason()));
    fields.put("bounce", mail.bounce() == null ? NullNode.getInstance() : bounce(mail.bounce()));
    fields.put("error", orNull(mail.error()));
    return JSON.writeValueAsString(fields);
  }

  private static Object orNull(@Nullable String value) {
    return value == null ? NullNode.getInstance() : value;
  }

  private static List<String> written(List<MailPerson> people) {
    return people.stream().map(MailPerson::written).toList();
  }

  private static List<Object> attachments(ReadMail mail) {
    List<Object> list = new ArrayList<>();
    for (ReadMail.Attachment attachment : mail.attachments()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", attachment.name());
      fields.put("type", attachment.type());
      fields.put("size", attachment.size());
      fields.put("sha256", attachment.sha256());
      list.add(fields);
    }
    return list;
  }

  private static Object bounce(ReadMail.Bounce bounce) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("recipient", orNull(bounce.recipient()));
    fields.put("type", bounce.type().name().toLowerCase(Locale.ROOT));
    fields.put("status", orNull(bounce.status()));
    fields.put("reason", bounce.reason());
    return fields;
  }
}
