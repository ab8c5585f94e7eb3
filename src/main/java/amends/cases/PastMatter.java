package amends.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A matter as another help desk tells of it.
 *
 * @param source code of that help desk
 * @param externalId its key there
 * @param number what the customer was told to quote
 * @param stood the state's name there
 * @param ownerId null leaves it to the team
 * @param happened what the customer wrote first; may be empty
 * @param openedAt when it began there
 * @param closedAt when it ended there; null when somebody still waits
 * @param tags as they are called there
 * @param fields what stands in its fields there, by their names there
 */
public record PastMatter(
    String source,
    String externalId,
    String number,
    String stood,
    long brandId,
    long teamId,
    @Nullable Long ownerId,
    long customerId,
    String channel,
    String subject,
    String happened,
    @Nullable Long orderId,
    Instant openedAt,
    @Nullable Instant closedAt,
    List<String> tags,
    Map<String, String> fields) {
  public PastMatter {
    tags = List.copyOf(tags);
    fields = Map.copyOf(fields);
  }

  boolean open() {
    return closedAt == null;
  }
}
