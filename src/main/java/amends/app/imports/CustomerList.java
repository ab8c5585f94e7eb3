package amends.app.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of customers: {@code name}, and of {@code external_id, email, phone, language, zone} what
 * is known.
 */
final class CustomerList implements HelpDesk {
  @Override
  public String name() {
    return "customers";
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
    new CsvFile(Set.of("name")).each(file, to);
  }

  @Override
  public List<Read> read(Found found) {
    Fields fields = new Fields(found.fields());
    String name = fields.text("name");
    String email = fields.text("email");
    String phone = fields.text("phone");
    String own = fields.text("external_id");
    Item.Person person =
        new Item.Person(
            key(own, email, phone),
            name == null ? "" : name,
            email,
            phone,
            fields.locale("language"),
            fields.zone("zone"),
            own,
            false);
    return List.of(new Read(person, found, fields.left()));
  }

  private static String key(@Nullable String own, @Nullable String email, @Nullable String phone) {
    return Stream.of(own, email, phone)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new Unmapped("no-address", ""));
  }
}
