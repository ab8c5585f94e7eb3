package amends.customers;

import amends.shared.api.StoredReplies;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers to programs that are kept in case the same request comes again. */
@Component
@Order(5)
final class ReplyHoldings implements Holdings {
  private final StoredReplies replies;

  ReplyHoldings(StoredReplies replies) {
    this.replies = replies;
  }

  @Override
  public String room() {
    return "shared";
  }

  @Override
  public void tell(Traces traces, Telling to) {
    // Copies of what the other rooms tell, for a month: nothing of their own.
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.count(
        "idempotency",
        replies.forget(
            Stream.concat(
                    traces.customers().stream().map(id -> "/api/v1/customers/" + id),
                    traces.subjects().stream().map(s -> "/api/v1/" + s.kind() + "s/" + s.id()))
                .toList(),
            Stream.concat(traces.names().stream(), traces.addresses().stream()).toList()));
  }
}
