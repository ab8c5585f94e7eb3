package amends.remedies.pay;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The back office: what is to be done stands in a list, and people say when it was done. */
@Component
final class ByPeople implements PayProvider {
  @Override
  public String kind() {
    return "people";
  }

  @Override
  public String usualUrl() {
    return "";
  }

  @Override
  public boolean byPeople() {
    return true;
  }

  @Override
  public boolean takes(String what) {
    return true;
  }

  @Override
  public void check(PayDraft draft) {}

  @Override
  public String test(Link link) {
    return "";
  }

  @Override
  public Said carry(Link link, Job job) {
    return new Said.Pending(job.key(), "it waits in the list of the back office");
  }

  @Override
  public Said ask(Link link, Job job) {
    return carry(link, job);
  }

  @Override
  public Ledger ledger(Link link, Instant since, String cursor) {
    return Ledger.EMPTY;
  }

  @Override
  public Optional<News> heard(Link link, Knock knock) {
    return Optional.empty();
  }
}
