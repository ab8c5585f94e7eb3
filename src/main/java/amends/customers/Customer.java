package amends.customers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person or a company that we serve.
 *
 * @param name as they call themselves; {@link Holdings#GONE} after an erasure
 * @param locale the language that we write to them in
 * @param zone the zone of their quiet hours and of the moments that we tell them
 * @param preferredChannel how they want to be reached; null when they have not said
 * @param quietHours when messages that can wait do wait; null when they have not said
 * @param externalId their number in the company's own systems
 * @param mergedInto the customer who stands for this one since they were found to be the same
 * @param erasedAt since when nothing is known of them any more; null while something is
 */
public record Customer(
    long id,
    Kind kind,
    String name,
    Locale locale,
    ZoneId zone,
    @Nullable Channel preferredChannel,
    @Nullable QuietHours quietHours,
    @Nullable String externalId,
    @Nullable Long mergedInto,
    Instant createdAt,
    @Nullable Instant erasedAt) {
  /** Somebody who was not erased. */
  public Customer(
      long id,
      Kind kind,
      String name,
      Locale locale,
      ZoneId zone,
      @Nullable Channel preferredChannel,
      @Nullable QuietHours quietHours,
      @Nullable String externalId,
      @Nullable Long mergedInto,
      Instant createdAt) {
    this(
        id,
        kind,
        name,
        locale,
        zone,
        preferredChannel,
        quietHours,
        externalId,
        mergedInto,
        createdAt,
        null);
  }

  /** One human being, or many under one name. */
  public enum Kind {
    PERSON,
    COMPANY
  }

  /** The moment from which a message that can wait may be sent. */
  public Instant quietUntil(Instant moment) {
    return quietHours == null ? moment : quietHours.until(moment, zone);
  }
}
