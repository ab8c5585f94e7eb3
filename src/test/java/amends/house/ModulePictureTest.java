package amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The picture in the documents is drawn from what the rooms declare. */
class ModulePictureTest {
  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final String REDRAW = "mvn test -Dtest=ModulePictureTest -Damends.write=true";
  private static final String BEGIN = "<!-- rooms: drawn by ModulePictureTest, do not edit -->\n";
  private static final String END = "<!-- end of rooms -->\n";

  @Test
  void showsTheRoomsAsTheyAre() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN, END);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    if (Boolean.getBoolean("amends.write")) {
      Files.writeString(PAGE, page.substring(0, begin) + picture() + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end))
        .as("the picture in %s is stale; draw it anew with: %s", PAGE, REDRAW)
        .isEqualTo(picture());
  }

  private static String picture() {
    StringBuilder picture = new StringBuilder("```mermaid\nflowchart BT\n");
    for (String room : Rooms.UPWARDS) {
      for (String used : withoutDetours(room)) {
        picture.append("  %s --> %s\n".formatted(room, used));
      }
    }
    picture.append("```\n\n| room | may use |\n| --- | --- |\n");
    for (String room : Rooms.UPWARDS) {
      Set<String> used = Rooms.mayUse(room);
      picture.append(
          "| %s | %s |\n".formatted(room, used.isEmpty() ? "–" : String.join(", ", used)));
    }
    return picture.toString();
  }

  /** An arrow is left out where another room on the way leads there too. */
  private static Set<String> withoutDetours(String room) {
    Set<String> direct = new TreeSet<>(Rooms.mayUse(room));
    Rooms.mayUse(room).forEach(used -> direct.removeAll(Rooms.mayUse(used)));
    return direct;
  }
}
