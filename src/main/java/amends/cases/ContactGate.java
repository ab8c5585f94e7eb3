package amends.cases;

import amends.messages.Outgoing;
import amends.messages.SendGate;
import amends.shared.Refusal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The contact rules at the send gate. What a person writes is stopped by them; what the program
 * says by duty, such as that a message has arrived, always goes.
 */
@Component
final class ContactGate implements SendGate {
  private final JdbcClient sql;
  private final CaseRows rows;
  private final RuleRows rules;

  ContactGate(JdbcClient sql, CaseRows rows, RuleRows rules) {
    this.sql = sql;
    this.rows = rows;
    this.rules = rules;
  }

  @Override
  public Optional<Refusal> stop(Outgoing draft) {
    if (draft.kind().automatic() || !draft.about().kind().equals("case")) {
      return Optional.empty();
    }
    long id = draft.about().id();
    if (rows.find(id).filter(Case::restricted).isPresent() && !approved(id, draft.body())) {
      return Optional.of(new Refusal("text", "cases.people.refusal.not-approved"));
    }
    if (harmed(id)) {
      return Optional.empty();
    }
    if (rules.standing(id, ContactRule.Kind.QUIET).isPresent()) {
      return Optional.of(new Refusal("text", "cases.people.refusal.quiet"));
    }
    return rules
        .standing(id, ContactRule.Kind.AGREEMENT)
        .map(ContactRule::agreement)
        .flatMap(agreed -> broken(agreed, draft));
  }

  private static Optional<Refusal> broken(ContactRule.Agreement agreed, Outgoing draft) {
    if (!agreed.channel().equals(draft.medium().channel().code())) {
      return Optional.of(new Refusal("text", "cases.people.refusal.channel." + agreed.channel()));
    }
    boolean other =
        draft.author().kind().equals("person") && draft.author().id() != agreed.personId();
    return other
        ? Optional.of(new Refusal("text", "cases.people.refusal.person"))
        : Optional.empty();
  }

  /** Words of safety always go. */
  private boolean harmed(long id) {
    return sql.sql("select exists (select from harm_report where case_id = :case)")
        .param("case", id)
        .query(Boolean.class)
        .single();
  }

  /** A letter begins with the words that were written; the rest is what happens next, by whom. */
  private boolean approved(long id, String body) {
    return sql
        .sql(
            """
            select words from approved_words where case_id = :case and approved_by is not null
            """)
        .param("case", id)
        .query(String.class)
        .list()
        .stream()
        .anyMatch(words -> body.replace("\r\n", "\n").startsWith(words + "\n\n"));
  }
}
