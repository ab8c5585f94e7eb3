package amends.cases.web;

import amends.cases.CaseList;
import amends.cases.Cases;
import amends.cases.web.CaseAsks.NoFilter;
import amends.cases.web.CaseAsks.PromiseFilter;
import amends.messages.Message;
import amends.messages.Messages;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiRoutes(
    title = "Messages and promises",
    about = "What was said to whom, and the word that was given with it.")
final class MessageApi {
  private final Cases cases;
  private final CaseList list;
  private final Messages messages;
  private final Permits permits;

  MessageApi(Cases cases, CaseList list, Messages messages, Permits permits) {
    this.cases = cases;
    this.list = list;
    this.messages = messages;
    this.permits = permits;
  }

  @Operation(
      name = "list_messages",
      does = "List the messages of a case",
      more = "The oldest first.",
      scope = "messages:read")
  @GetMapping("/api/v1/cases/{id}/messages")
  Items<MessageJson> of(@PathVariable long id, Asked<NoFilter> asked, Viewer by) {
    List<Message> behind =
        messages.about(cases.see(id, by).asSubject()).stream()
            .sorted(Comparator.comparing(Message::at).thenComparing(Message::id))
            .filter(message -> isBehind(message, asked.after()))
            .limit(asked.most())
            .toList();
    return asked.page(behind, message -> Place.of(message.at(), message.id()), MessageJson::of);
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

  @Operation(
      name = "list_promises",
      does = "List promises",
      more = "In the order in which they were made, as far as the token reaches.",
      scope = "promises:read")
  @GetMapping("/api/v1/promises")
  Items<PromiseJson> promises(Asked<PromiseFilter> asked, Viewer by) {
    PromiseFilter f = asked.filters();
    List<CaseList.Promised> found =
        list.promises(
            new CaseList.PromisesWanted(
                f.state(), f.caseId(), f.customerId(), f.dueBefore(), f.dueSince()),
            permits.visible(by),
            asked.afterId(),
            asked.most());
    return asked.page(found, promise -> Place.of(promise.id()), PromiseJson::of);
  }
}
