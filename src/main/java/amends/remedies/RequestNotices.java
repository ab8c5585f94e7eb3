package amends.remedies;

import amends.messages.Notice;
import amends.messages.NoticeTruth;
import amends.messages.Notices;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells by mail whoever is asked, and whoever stands in. */
@Component
final class RequestNotices implements NoticeTruth {
  private static final String SOURCE = "remedy_request";

  private final Notices notices;
  private final RequestRows rows;

  RequestNotices(Notices notices, RequestRows rows) {
    this.notices = notices;
    this.rows = rows;
  }

  @EventListener
  void on(RemedyAsked event) {
    tell(event.request(), "remedies.notice.asked", event.request().approver());
  }

  @EventListener
  void on(RequestPassed event) {
    tell(event.request(), "remedies.notice.passed", event.request().approver());
  }

  private void tell(Request request, String words, long person) {
    notices.tell(
        List.of(
            new Notice(
                Notice.Kind.NEWS,
                request.subject(),
                request.about(),
                words,
                request.dueAt(),
                person,
                null)));
  }

  @Override
  public String sourceKind() {
    return SOURCE;
  }

  /** As long as somebody waits for the answer. */
  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    return rows
        .where(
            RequestRows.OPEN + " and r.id = any(:ids)", Map.of("ids", sources.toArray(Long[]::new)))
        .stream()
        .map(Request::id)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
