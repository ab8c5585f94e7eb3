package amends.app.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list of cases: {@code number, email, subject, opened_at}, and of {@code name, happened,
 * channel, state, closed_at, owner, order} what is known. A case without {@code closed_at} still
 * waits.
 */
final class CaseList implements HelpDesk {
  private static final Set<String> CHANNELS =
      Set.of("email", "phone", "sms", "letter", "social", "chat");

  @Override
  public String name() {
    return "cases";
  }

  @Override
  public String code() {
    return "csv";
  }

  @Override
  public Set<String> endings() {
    return Set.of("csv");
  }

  @Override
  public void each(Path file, Consumer<Found> to) {
    new CsvFile(Set.of("number", "email", "subject", "opened_at")).each(file, to);
  }

  @Override
  public List<Read> read(Found found) {
    Fields fields = new Fields(found.fields());
    String email = fields.needed("email");
    String name = fields.text("name");
    String number = fields.needed("number");
    String channel = fields.text("channel");
    if (channel != null && !CHANNELS.contains(channel)) {
      throw new Unmapped("no-channel", channel);
    }
    String happened = fields.text("happened");
    String state = fields.text("state");
    Instant closedAt = fields.momentOrNull("closed_at");
    Item.Matter matter =
        new Item.Matter(
            number,
            number,
            fields.needed("subject"),
            happened == null ? "" : happened,
            channel == null ? "email" : channel,
            state != null ? state : closedAt == null ? "open" : "closed",
            fields.moment("opened_at"),
            closedAt,
            email,
            email,
            null,
            fields.text("order"),
            fields.words("tags"),
            fields.own());
    List<Read> both = new ArrayList<>();
    both.add(new Read(asker(email, name), found, People.nothing()));
    both.add(new Read(matter, found, fields.left()));
    return both;
  }

  private static Item.Person asker(String email, @Nullable String name) {
    return new Item.Person(email, name == null ? "" : name, email, null, null, null, null, false);
  }
}
