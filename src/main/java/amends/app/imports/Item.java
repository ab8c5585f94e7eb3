package amends.app.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record of another help desk says, in our words. Keys are those of the export. */
sealed interface Item {
  /** Its key there, unique within its kind. */
  String key();

  /** A code for the table of what was imported. */
  String kind();

  /**
   * A customer or a colleague there.
   *
   * @param ownNumber the company's own number for them
   * @param company key of the company that they act for; null for none
   */
  record Person(
      String key,
      String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable Locale locale,
      @Nullable ZoneId zone,
      @Nullable String ownNumber,
      boolean colleague,
      @Nullable String company)
      implements Item {
    static final String KIND = "person";

    Person(
        String key,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Locale locale,
        @Nullable ZoneId zone,
        @Nullable String ownNumber,
        boolean colleague) {
      this(key, name, email, phone, locale, zone, ownNumber, colleague, null);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** A company whose people write. */
  record Company(String key, String name, @Nullable String ownNumber) implements Item {
    static final String KIND = "company";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** What has no place here at all, such as a group of colleagues there: kept as it came. */
  record Aside(String key) implements Item {
    static final String KIND = "aside";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * A ticket there.
   *
   * @param number what its customer was told to quote
   * @param stood the name of its state there
   * @param closedAt null while somebody waits
   * @param asker key of the customer; null when only the address is known
   * @param askerEmail address of the customer, where the record itself names it
   * @param owner key of the colleague who had it
   * @param order the company's own number of the order that it is about
   * @param tags as they are called there
   * @param fields what stands in its own fields there, by their names there
   */
  record Matter(
      String key,
      String number,
      String subject,
      String happened,
      String channel,
      String stood,
      Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable String asker,
      @Nullable String askerEmail,
      @Nullable String owner,
      @Nullable String order,
      List<String> tags,
      Map<String, String> fields)
      implements Item {
    static final String KIND = "matter";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * What somebody said in a ticket there.
   *
   * @param matter key of the ticket
   * @param author key of who said it; null when only the name is known
   * @param who the name, where the record itself says it
   * @param side customer, colleague or note; null: as the author is known
   */
  record Word(
      String key,
      String matter,
      @Nullable String author,
      @Nullable String who,
      @Nullable String side,
      String words,
      Instant saidAt)
      implements Item {
    static final String KIND = "word";

    @Override
    public String kind() {
      return KIND;
    }
  }
}
