package amends.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.testing.DatabaseTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class JournalTest {
  private static final Subject CASE = Subject.of("case", 7);

  @Autowired Journal journal;
  @Autowired Sealer sealer;
  @Autowired Acts acts;
  @Autowired JdbcClient sql;
  @Autowired ChainCheck check;

  @Test
  void tellsWhatHappenedToOneSubjectInOrder() {
    Subject subject = Subject.of("case", 41);
    journal.record("case.opened", subject, Actor.SYSTEM, Map.of("number", 41));
    journal.record("case.taken", subject, Actor.person(3));

    assertThat(journal.history(subject))
        .extracting(Recorded::kind)
        .containsExactly("case.opened", "case.taken");
  }

  @Test
  void sealsEveryCommittedEntryOnceAndInOneUnbrokenChain() {
    int before = journal.feed(0, 100_000).size() + (int) journal.unsealed();
    journal.recordAll(
        IntStream.range(0, 1_200)
            .mapToObj(i -> new Entry("test.happened", CASE, Actor.SYSTEM))
            .toList());
    while (sealer.perform()) {}

    List<Journal.Sealed> feed = journal.feed(0, 100_000);
    assertThat(feed).hasSize(before + 1_200);
    assertThat(feed).extracting(Journal.Sealed::sealNo).isSorted().doesNotHaveDuplicates();
    assertThat(journal.unsealed()).isZero();
    assertThat(check.run()).isEmpty();
  }

  @Test
  void aStatementThatTellsInTheSameBreathWritesTheSameEntry() {
    Instant at = Instant.parse("2026-05-12T13:07:05.123456Z");
    long many =
        sql.sql(
                """
                select journal_f_add(:at, 'inbound.stored', 'inbound', array[51, 52]::bigint[],
                  'system', 0, array['{"size":7}', '{"size":19}'])
                """)
            .param("at", Sql.at(at))
            .query(Long.class)
            .single();
    assertThat(many).isEqualTo(2);
    assertThat(
            sql.sql(
                    "select hash from journal_entry where subject_kind = 'inbound' and subject_id = 52")
                .query(byte[].class)
                .single())
        .isEqualTo(
            Line.of(
                    new Entry(
                        "inbound.stored",
                        Subject.of("inbound", 52),
                        Actor.SYSTEM,
                        Map.of("size", 19)),
                    at)
                .hash());
    while (sealer.perform()) {}
    assertThat(check.run()).isEmpty();
    assertThat(journal.history(Subject.of("inbound", 51)))
        .singleElement()
        .returns("inbound.stored", Recorded::kind)
        .returns(at, Recorded::at);
    assertThat(
            sql.sql(
                    "select journal_f_add(:at, 'x', 'x', null::bigint[], 'system', 0, null::text[])")
                .param("at", Sql.at(at))
                .query(Long.class)
                .single())
        .as("of nothing")
        .isZero();
  }

  @Test
  void anEntryOfAnActThatFailedIsNowhere() {
    Subject subject = Subject.of("case", 99);
    assertThatThrownBy(() ->
            acts.run(() -> {
              journal.record("case.opened", subject, Actor.SYSTEM);
              throw new IllegalStateException("the act fails");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(journal.history(subject)).isEmpty();
  }

  @Test
  void theProgramCanNeitherChangeNorRemoveWhatWasWritten() {
    journal.record("case.opened", CASE, Actor.SYSTEM);
    assertThatThrownBy(() -> sql.sql("update journal_entry set kind = 'x'").update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> sql.sql("delete from journal_seal").update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void refusesNamesAndSentencesInThePayload() {
    assertThatThrownBy(
            () -> journal.record("case.opened", CASE, Actor.SYSTEM, Map.of("who", "Ruth Adeyemi")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
