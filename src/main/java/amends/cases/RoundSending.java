package amends.cases;

import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Messages;
import amends.shared.Duty;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.WorkLine;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import amends.staff.Forbidden;
import amends.staff.Permission;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends the replies of rounds, each in an act of its own together with its row: whenever the
 * program stops, what was sent is noted, and what is noted was sent.
 */
@Component
final class RoundSending implements Duty {
  private static final Logger log = LoggerFactory.getLogger(RoundSending.class);
  private static final int BATCH = 20;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

  private final Access access;
  private final RoundRows rounds;
  private final RoundLetters letters;
  private final Line line;
  private final Desk desk;

  RoundSending(Access access, RoundRows rounds, RoundLetters letters, Line line, Desk desk) {
    this.access = access;
    this.rounds = rounds;
    this.letters = letters;
    this.line = line;
    this.desk = desk;
  }

  /** What a colleague would have at hand. */
  @Component
  record Desk(Staff staff, Messages messages, Conversation conversation, TakeBacks takeBacks) {}

  @Override
  public String name() {
    return "replies to many";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public boolean perform() {
    List<Lease> leases = access.acts().call(() -> line.rows().claim(BATCH, LEASE));
    leases.forEach(this::take);
    return leases.size() == BATCH;
  }

  private void take(Lease lease) {
    try {
      access.acts().run(() -> send(lease));
    } catch (Refusal refusal) {
      skip(lease, refusal.key());
    } catch (NotFound | Forbidden gone) {
      skip(lease, "cases.round.skip.not-yours");
    } catch (WorkRows.LeaseLost lost) {
      log.info("{}", lost.getMessage());
    } catch (RuntimeException e) {
      log.warn("a reply to many could not be written and is put off", e);
      String trouble = String.valueOf(e.getMessage());
      access
          .acts()
          .run(() -> line.rows().putBack(lease, access.now().plus(AFTER_TROUBLE), trouble));
    }
  }

  private void send(Lease lease) {
    Round round = rounds.sharing(lease.id());
    if (round.undoneAt() != null) {
      throw new Refusal("", "cases.round.skip.undone");
    }
    RoundRows.Row row = rounds.row(lease.id());
    Viewer by =
        desk.staff()
            .viewer(round.personId())
            .orElseThrow(() -> new Refusal("", "cases.round.skip.not-yours"));
    access.work(
        row.caseId(),
        Permission.WORK_CASE,
        by,
        matter -> {
          refuseIfMovedOn(matter, row.seen(), by);
          Draft draft = ready(round, matter, by);
          long message = desk.conversation().reply(matter, draft, by);
          desk.takeBacks().note(matter, message, fields(draft), by);
          line.rows().finish(lease, Map.of("message_id", message));
        });
  }

  /** Somebody has answered, or the customer has written, since it was looked at. */
  private void refuseIfMovedOn(Case matter, long seen, Viewer by) {
    List<Message> all = desk.messages().about(matter.asSubject());
    if (!Replies.since(all, seen, by).isEmpty()) {
      throw new Refusal("", "cases.round.skip.answered");
    }
    if (all.stream().anyMatch(m -> m.id() > seen && m.direction() == Direction.IN)) {
      throw new Refusal("", "cases.round.skip.wrote");
    }
  }

  private Draft ready(Round round, Case matter, Viewer by) {
    RoundLetters.Filled filled =
        letters.filled(round.draft(), List.of(matter.id()), by).stream()
            .findFirst()
            .orElseThrow(() -> new NotFound(matter.asSubject()));
    String hindrance = filled.hindrance();
    if (hindrance != null) {
      throw new Refusal("", hindrance);
    }
    return filled.draft();
  }

  private static Map<String, String> fields(Draft draft) {
    String next = draft.words();
    return draft.nothingMore() || next == null
        ? Map.of("text", draft.text(), "nothing_more", "yes")
        : Map.of("text", draft.text(), "next", next);
  }

  private void skip(Lease lease, String key) {
    try {
      access.acts().run(() -> line.rows().finish(lease, Map.of("skipped", key)));
    } catch (WorkRows.LeaseLost lost) {
      log.info("{}", lost.getMessage());
    }
  }

  /** The rows, by which the health page sees how much waits. */
  record Line(WorkRows rows) {}

  @Configuration(proxyBeanMethods = false)
  static class Lines {
    @Bean
    Line roundLine(JdbcClient sql, InstantSource clock) {
      return new Line(new WorkRows(sql, clock, "reply_round_case"));
    }

    @Bean
    WorkLine repliesToMany(Line roundLine) {
      return new WorkLine("round", roundLine.rows());
    }
  }
}
