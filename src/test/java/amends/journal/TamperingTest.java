package amends.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Actor;
import amends.shared.Check.Finding;
import amends.shared.Subject;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with the owner's password changes history; the next check names where. */
@DatabaseTest
class TamperingTest {
  @Autowired Journal journal;
  @Autowired Sealer sealer;
  @Autowired JdbcClient sql;
  @TempDir Path folder;

  @Test
  void namesTheFirstEntryThatWasChanged() {
    long victim = entries(5).get(2);
    new AsOwner().run("update journal_entry set actor_id = 666 where id = " + victim);

    assertThat(check().run())
        .singleElement()
        .satisfies(f -> assertThat(f.subject().id()).isEqualTo(victim))
        .satisfies(f -> assertThat(f.words()).contains("changed after it was written"));
    new AsOwner().run("update journal_entry set actor_id = 0 where id = " + victim);
  }

  @Test
  void noticesThatTheNewestEntriesWereCutOff() {
    entries(5);
    Anchors anchors = new Anchors(folder.resolve("anchors"));
    byte[] chain = sql.sql("select chain from journal_head").query(byte[].class).single();
    long head = sql.sql("select seal_no from journal_head").query(Long.class).single();
    anchors.drop(head, chain);
    new AsOwner()
        .run(
            "create table cut as select * from journal_seal where seal_no > " + (head - 2),
            "delete from journal_seal where seal_no > " + (head - 2));

    List<Finding> findings = new ChainCheck(sql, anchors).run();
    new AsOwner().run("insert into journal_seal select * from cut", "drop table cut");

    assertThat(findings).anySatisfy(f -> assertThat(f.words()).contains("newest entries are gone"));
  }

  private List<Long> entries(int count) {
    long before =
        sql.sql("select coalesce(max(id), 0) from journal_entry").query(Long.class).single();
    journal.recordAll(
        IntStream.range(0, count)
            .mapToObj(i -> new Entry("test.happened", Subject.of("case", i), Actor.SYSTEM))
            .toList());
    while (sealer.perform()) {}
    return sql.sql("select id from journal_entry where id > :before order by id")
        .param("before", before)
        .query(Long.class)
        .list();
  }

  private ChainCheck check() {
    return new ChainCheck(sql, new Anchors(folder.resolve("none")));
  }
}
