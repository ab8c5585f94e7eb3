package amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A wall that nobody tests may have holes. */
class SqlTextTest {
  @Test
  void findsTablesWhereverTheyStand() {
    assertThat(SqlText.tables("select a from one, two t, only three left join four on x = y"))
        .containsExactly("one", "two", "three", "four");
    assertThat(
            SqlText.tables(
                "insert into one as o (a) select b from two where c in (select d from three)"))
        .containsExactly("one", "two", "three");
    assertThat(SqlText.tables("update one set a = 1 from two where b is distinct from c"))
        .startsWith("one", "two");
    assertThat(SqlText.tables("delete from one using two -- from five"))
        .containsExactly("one", "two");
    assertThat(SqlText.tables("select 'from nine' from public.one for update"))
        .containsExactly("public.one");
  }

  @Test
  void findsWhatIsCreatedAndWhatIsWorkedOn() {
    String sql =
        """
        create table one (id bigint references zero);
        create unique index one_x on one (id) where id > 0;
        create trigger t before update or delete on two for each row execute function f();
        create or replace view v as select 1;
        alter table three add column x int;
        """;
    assertThat(SqlText.created("table", sql)).containsExactly("one");
    assertThat(SqlText.created("view", sql)).containsExactly("v");
    assertThat(SqlText.worked(sql)).containsExactly("one", "two", "three");
  }

  @Test
  void takesJavaApart() {
    JavaText text =
        JavaText.of(
            """
            /* one */ class A { // two
              String s = "select a" + " from \\"b\\"" + c + "d"; char q = '"';
              String t = QQQ
                text "quoted" block
                QQQ;
            }
            """
                .replace("QQQ", "\"\"\""));
    assertThat(text.literals()).hasSize(3);
    assertThat(text.literals().getFirst()).isEqualTo("select a from \\\"b\\\"");
    assertThat(text.literals().get(1)).isEqualTo("d");
    assertThat(text.literals().getLast()).contains("\"quoted\" block");
    assertThat(text.comments()).containsExactly("/* one ", "// two");
    assertThat(text.code()).contains("class A").doesNotContain("select").doesNotContain("one");
  }
}
