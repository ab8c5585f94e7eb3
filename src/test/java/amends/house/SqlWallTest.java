package amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * SQL respects the walls: a room's statements name its own tables and the published views of the
 * rooms that it may use; a foreign key points downward only. Who owns a table is who creates it.
 */
class SqlWallTest {
  /** A bench's limit leaves the rows of every room without going through the rooms: its purpose. */
  private static final Path LIMITS = Sources.MAIN.resolve("amends/app/bench");

  private static final Pattern WORK_ROWS = Pattern.compile("new WorkRows\\([^;]*?\"([a-z_]+)\"");

  private final Map<String, String> tables = owners("table");
  private final Map<String, String> views = owners("view");

  @Test
  void aStatementNamesOwnTablesAndPublishedViewsOnly() {
    List<String> breaches = new ArrayList<>();
    for (Path file : Sources.java(Sources.MAIN)) {
      if (file.startsWith(LIMITS)) {
        continue;
      }
      String room = Sources.room(file);
      for (String literal : Sources.javaText(file).literals()) {
        if (SqlText.looksLikeSql(literal)) {
          breaches.addAll(breaches(room, file, SqlText.tables(literal)));
        }
      }
      WORK_ROWS
          .matcher(Sources.text(file))
          .results()
          .forEach(found -> breaches.addAll(breaches(room, file, List.of(found.group(1)))));
    }
    for (Path file : Sources.files(Sources.RESOURCES, ".sql")) {
      if (!file.startsWith(Sources.MIGRATIONS)) {
        breaches.addAll(breaches(roomIn(file), file, SqlText.tables(Sources.text(file))));
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void aBreachIsSeen() {
    assertThat(breach("customers", "customer")).isNull();
    assertThat(breach("goods", "customer")).contains("table customer of customers");
    assertThat(breach("goods", "customers_v_customer")).isNull();
    assertThat(breach("customers", "goods_v_order")).contains("may not use");
    assertThat(breach("goods", "some_expression")).isNull();
  }

  @Test
  void aForeignKeyPointsDownwardOnly() {
    List<String> breaches = new ArrayList<>();
    for (Path file : migrations()) {
      String room = folder(file);
      for (String target : references(Sources.text(file))) {
        String owner = tables.get(target);
        if (owner == null) {
          breaches.add(file + " refers to " + target + ", which nobody creates");
        } else if (!owner.equals(room) && !Rooms.mayUse(room).contains(owner)) {
          breaches.add(file + " refers upward to " + target + " of " + owner);
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void aMigrationWorksInItsOwnRoomOnly() {
    List<String> breaches = new ArrayList<>();
    for (Path file : migrations()) {
      String room = folder(file);
      String sql = Sources.text(file).replaceAll("(?i)\\breferences\\s+\\w+", " ");
      List<String> named = new ArrayList<>(SqlText.tables(sql));
      named.addAll(SqlText.worked(sql));
      breaches.addAll(breaches(room, file, named));
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void aPublishedViewBearsTheNameOfItsRoom() {
    views.forEach((view, room) -> assertThat(view).startsWith(room + "_v_"));
  }

  @Test
  void everyRoomsTablesStandInItsPackage() {
    List<String> unnamed = new ArrayList<>();
    tables.forEach((table, room) -> {
      Path page = Sources.MAIN.resolve("amends/" + room + "/package-info.java");
      String words = Sources.text(page).replaceAll("\\s+(\\*\\s+)?", " ");
      if (!words.contains("{@code " + table + "}") && !table.startsWith("spring_session")) {
        unnamed.add(table + " in " + page);
      }
    });
    assertThat(unnamed).as("tables that the package's words leave out").isEmpty();
  }

  @Test
  void migrationsLieInTheFoldersOfRoomsAndEachHasItsOwnVersion() {
    Set<String> versions = new TreeSet<>();
    for (Path file : migrations()) {
      assertThat(Rooms.UPWARDS).as(file.toString()).contains(folder(file));
      String name = file.getFileName().toString();
      assertThat(name).matches("V\\d{12}__[a-z0-9_]+\\.sql");
      assertThat(versions.add(name.substring(0, 13))).as("a version of its own: " + name).isTrue();
    }
    assertThat(versions).isNotEmpty();
  }

  @Test
  void namesOfTablesAreUnqualified() {
    List<String> qualified = new ArrayList<>();
    for (Path file : Sources.java(Sources.MAIN)) {
      for (String literal : Sources.javaText(file).literals()) {
        if (SqlText.looksLikeSql(literal)) {
          SqlText.tables(literal).stream()
              .filter(name -> tables.containsKey(name.substring(name.indexOf('.') + 1)))
              .filter(name -> name.contains("."))
              .forEach(name -> qualified.add(file + ": " + name));
        }
      }
    }
    assertThat(qualified).isEmpty();
  }

  private List<String> breaches(String room, Path file, List<String> names) {
    return names.stream()
        .map(name -> breach(room, name.substring(name.indexOf('.') + 1)))
        .filter(Objects::nonNull)
        .map(words -> file + " " + words)
        .toList();
  }

  private @Nullable String breach(String room, String name) {
    String owner = tables.get(name);
    if (owner != null) {
      return owner.equals(room) ? null : "touches the table " + name + " of " + owner;
    }
    String publisher = views.get(name);
    return publisher == null || publisher.equals(room) || Rooms.mayUse(room).contains(publisher)
        ? null
        : "reads the view " + name + " of " + publisher + ", which it may not use";
  }

  private static List<String> references(String sql) {
    List<String> words = SqlText.words(sql);
    List<String> targets = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals("references")) {
        targets.add(words.get(i + 1));
      }
    }
    return targets;
  }

  private static Map<String, String> owners(String kind) {
    Map<String, String> owners = new TreeMap<>();
    for (Path file : migrations()) {
      for (String name : SqlText.created(kind, Sources.text(file))) {
        owners.put(name, folder(file));
      }
    }
    return owners;
  }

  private static List<Path> migrations() {
    return Sources.files(Sources.MIGRATIONS, ".sql");
  }

  private static String folder(Path migration) {
    return Sources.MIGRATIONS.relativize(migration).getName(0).toString();
  }

  private static String roomIn(Path file) {
    for (Path part : Sources.RESOURCES.relativize(file)) {
      if (Rooms.UPWARDS.contains(part.toString())) {
        return part.toString();
      }
    }
    throw new AssertionError(file + " lies in no room's folder");
  }
}
