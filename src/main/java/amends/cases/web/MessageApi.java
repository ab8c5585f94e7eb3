package amends.cases.web;

import amends.cases.Cases;
import amends.cases.web.CaseAsks.MessageFilter;
import amends.messages.Message;
import amends.messages.Messages;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiRoutes(title = "Messages", about = "What was said to whom, in and out.")
final class MessageApi {
  private final Cases cases;
  private final Messages messages;

  MessageApi(Cases cases, Messages messages) {
    this.cases = cases;
    this.messages = messages;
  }

  @Operation(
      name = "list_messages",
      does = "List the messages of a case",
      more = "The oldest first.",
      scope = "messages:read")
  @GetMapping("/api/v1/cases/{id}/messages")
  Items<MessageJson> of(@PathVariable long id, Asked<MessageFilter> asked, Viewer by) {
    List<Message> behind =
        messages.about(cases.see(id, by).asSubject()).stream()
            .sorted(Comparator.comparing(Message::at).thenComparing(Message::id))
            .filter(message -> isWanted(message, asked.filters()))
            .filter(message -> isBehind(message, asked.after()))
            .limit(asked.most())
            .toList();
    return asked.page(behind, message -> Place.of(message.at(), message.id()), MessageJson::of);
  }

  private static boolean isWanted(Message message, MessageFilter filter) {
    Instant since = filter.since();
    return (filter.direction() == null || message.direction() == filter.direction())
        && (since == null || !message.at().isBefore(since));
  }

  private static boolean isBehind(Message message, @Nullable Place after) {
    if (after == null || after.at() == null) {
      return true;
    }
    int later = message.at().compareTo(after.at());
    return later > 0 || (later == 0 && message.id() > after.id());
  }

  @Operation(name = "read_message", does = "Read a message", scope = "messages:read")
  @GetMapping("/api/v1/messages/{id}")
  MessageJson read(@PathVariable long id, Viewer by) {
    return messages
        .message(id)
        .filter(m -> m.about().kind().equals("case") && cases.maySee(m.about().id(), by))
        .map(MessageJson::of)
        .orElseThrow(() -> new NotFound(Subject.of("message", id)));
  }
}
