package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P27: no cell of a file that we give out begins like a formula. The audit is the one table. */
class P27FormulasTest {
  private final House house = House.open();

  @Test
  void whatBeginsLikeAFormulaIsTextInTheFile() {
    List<String> names = List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1");
    for (String name : names) {
      String email = "formula" + names.indexOf(name) + "@amends.localhost";
      Answer added =
          house.administrator.submit(
              "/people",
              "/people",
              "name",
              name,
              "email",
              email,
              "role",
              "agent",
              "team",
              "" + house.team());
      assertThat(added.status()).as(added.text()).isEqualTo(200);
    }
    house.newTeam("=HYPERLINK(\"http://bad.example\";\"Click\")");
    Answer file = house.administrator.get("/audit.csv");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    List<String> cells = cells(file.text());
    assertThat(cells).anyMatch(cell -> cell.contains("1+1"));
    assertThat(cells).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r-].*"));
  }

  /** As RFC 4180 says. */
  private static List<String> cells(String csv) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return cells;
  }
}
