package amends.cases;

import amends.journal.Journal;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people say about a case inside the house: statements of both sides, notes, calls. */
@Component
final class Tellings {
  private static final Set<String> MOODS = Set.of("angry", "afraid", "letdown", "calm", "relieved");

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;
  private final Mentions mentions;
  private final HarmHeard harm;

  Tellings(
      JdbcClient sql, InstantSource clock, Journal journal, Mentions mentions, HarmHeard harm) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
    this.mentions = mentions;
    this.harm = harm;
  }

  /**
   * Listens to what a customer said and a colleague wrote down; at the end of their act, so that
   * what it keeps is not the call that is promised now.
   */
  void listened(Case matter, HeardIn in, String words) {
    harm.told(matter, in, words);
  }

  /** The same; what a program writes down has been heard by nobody. */
  void listened(Case matter, HeardIn in, String words, Viewer by) {
    if (by.isPerson()) {
      harm.told(matter, in, words);
    } else {
      harm.brought(matter, in, words);
    }
  }

  /**
   * Listens to everything that a program opened a case with; a colleague has read what they type.
   */
  void opened(Case matter, NewCase with, Viewer by) {
    if (!by.isPerson()) {
      String asks = with.asks();
      String words = with.subject() + "\n" + with.happened() + (asks == null ? "" : "\n" + asks);
      harm.brought(matter, new HeardIn.Opening(), words);
    }
  }

  /** Takes down one side's telling, and says under which number. */
  long stated(long caseId, String side, String who, String words, Viewer by) {
    if (!side.equals("customer") && !side.equals("colleague")) {
      throw new Refusal("teller", "cases.refusal.teller");
    }
    if (who.isBlank()) {
      throw new Refusal("who", "cases.refusal.no-who");
    }
    long id = insertStatement(caseId, side, who.strip(), required(words), null, by);
    journal.record(
        "case.statement_taken", Case.subject(caseId), by.actor(), Map.of("statement", id));
    return id;
  }

  /** Writes down a note; the id is the evidence for what it keeps. */
  long noted(Case matter, String words, Viewer by) {
    long caseId = matter.id();
    long id =
        sql.sql(
                """
                insert into note (case_id, words, written_by, written_by_token, written_at)
                values (:case, :words, :by, :byToken, :now) returning id
                """)
            .param("case", caseId)
            .param("words", required(words))
            .param("by", by.personOrNull())
            .param("byToken", by.tokenOrNull())
            .param("now", Sql.at(clock.instant()))
            .query(Long.class)
            .single();
    mentions.note(id, matter, words, by);
    journal.record("case.noted", Case.subject(caseId), by.actor(), Map.of("note", id));
    return id;
  }

  /** Writes down a call; the id is the evidence for what it keeps. */
  long called(long caseId, String direction, @Nullable Integer minutes, String words, Viewer by) {
    if (!direction.equals("in") && !direction.equals("out")) {
      throw new Refusal("direction", "cases.refusal.direction");
    }
    if (minutes != null && (minutes < 0 || minutes > 600)) {
      throw new Refusal("minutes", "cases.refusal.minutes");
    }
    long id =
        sql.sql(
                """
                insert into call
                  (case_id, direction, minutes, words, made_by, made_by_token, made_at)
                values (:case, :direction, :minutes, :words, :by, :byToken, :now) returning id
                """)
            .param("case", caseId)
            .param("direction", direction)
            .param("minutes", minutes)
            .param("words", required(words))
            .param("by", by.personOrNull())
            .param("byToken", by.tokenOrNull())
            .param("now", Sql.at(clock.instant()))
            .query(Long.class)
            .single();
    journal.record("case.called", Case.subject(caseId), by.actor(), Map.of("call", id));
    return id;
  }

  /** What was said in the last call of this case. */
  Optional<String> lastCall(long caseId) {
    return sql.sql("select words from call where case_id = :case order by id desc limit 1")
        .param("case", caseId)
        .query(String.class)
        .optional();
  }

  /** What they ask for, how they feel, which order and which unit it is about. */
  void understood(long caseId, About about, Viewer by) {
    String mood = about.mood();
    if (mood != null && !MOODS.contains(mood)) {
      throw new Refusal("mood", "cases.refusal.mood");
    }
    sql.sql(
            """
            update amends_case set asks = :asks, mood = :mood, order_id = :order, unit_id = :unit
            where id = :id
            """)
        .param("asks", about.asks())
        .param("mood", mood)
        .param("order", about.orderId())
        .param("unit", about.unitId())
        .param("id", caseId)
        .update();
    journal.record("case.understood", Case.subject(caseId), by.actor());
  }

  void felt(long caseId, String mood, Viewer by) {
    if (!MOODS.contains(mood)) {
      throw new Refusal("mood", "cases.refusal.mood");
    }
    sql.sql("update amends_case set mood = :mood where id = :id")
        .param("mood", mood)
        .param("id", caseId)
        .update();
    journal.record("case.felt", Case.subject(caseId), by.actor(), Map.of("mood", mood));
  }

  /** From the first word to them on, the customer knows of the case. */
  void customerKnows(Case matter) {
    if (matter.customerKnowsAt() == null) {
      sql.sql("update amends_case set customer_knows_at = :now where id = :id")
          .param("now", Sql.at(clock.instant()))
          .param("id", matter.id())
          .update();
    }
  }

  private long insertStatement(
      long caseId,
      String side,
      String who,
      String words,
      @Nullable Long messageId,
      @Nullable Viewer takenBy) {
    return sql.sql(
            """
            insert into statement
              (case_id, side, who, words, message_id, taken_by, taken_by_token, taken_at)
            values (:case, :side, :who, :words, :message, :by, :byToken, :now) returning id
            """)
        .param("case", caseId)
        .param("side", side)
        .param("who", who)
        .param("words", words)
        .param("message", messageId)
        .param("by", takenBy == null ? null : takenBy.personOrNull())
        .param("byToken", takenBy == null ? null : takenBy.tokenOrNull())
        .param("now", Sql.at(clock.instant()))
        .query(Long.class)
        .single();
  }

  private static String required(String words) {
    if (words.isBlank()) {
      throw new Refusal("text", "cases.refusal.no-text");
    }
    return words.strip();
  }
}
