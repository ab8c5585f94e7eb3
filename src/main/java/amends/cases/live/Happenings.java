package amends.cases.live;

import amends.journal.Journal.Sealed;
import amends.shared.Sql;
import amends.staff.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from entries of the journal in which cases something happened; a batch at a time. */
@Component
final class Happenings {
  private final JdbcClient sql;

  Happenings(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What a batch of entries is about.
   *
   * @param people whose roles, teams or sessions have changed
   * @param everybody what many may do has changed
   * @param broadcasts that have come further; whoever may not see one learns its number alone
   */
  record Batch(
      long upTo,
      Map<Long, Scope> cases,
      boolean held,
      boolean moved,
      Set<Long> people,
      boolean everybody,
      Set<Long> broadcasts) {

    void tell(Collection<Stream> streams) {
      for (Stream stream : streams) {
        List<Long> seen =
            cases.entrySet().stream()
                .filter(e -> stream.visible().includes(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        stream.happened(upTo, seen, held, moved);
        stream.carried(broadcasts);
      }
    }
  }

  Batch in(List<Sealed> entries) {
    return new Batch(
        entries.isEmpty() ? 0 : entries.getLast().sealNo(),
        scopes(entries),
        entries.stream().anyMatch(e -> e.entry().kind().startsWith("mail.")),
        entries.stream().anyMatch(e -> e.entry().kind().equals("case.handed_over")),
        Set.copyOf(subjects(entries.stream().filter(Happenings::ofStaff).toList(), "person")),
        entries.stream()
            .filter(Happenings::ofStaff)
            .anyMatch(e -> !e.entry().subject().kind().equals("person")),
        Set.copyOf(subjects(entries, "broadcast")));
  }

  /** Who signed in may do what they could before. */
  private static boolean ofStaff(Sealed sealed) {
    String kind = sealed.entry().kind();
    return kind.startsWith("staff.")
        && !kind.equals("staff.signed_in")
        && !kind.equals("staff.sign_in_refused");
  }

  private Map<Long, Scope> scopes(List<Sealed> entries) {
    List<Long> cases = subjects(entries, "case");
    List<Long> messages = subjects(entries, "message");
    List<Long> deliveries = subjects(entries, "delivery");
    return cases.isEmpty() && messages.isEmpty() && deliveries.isEmpty()
        ? Map.of()
        : scopes(cases, messages, deliveries);
  }

  /** Where these cases belong. */
  Map<Long, Scope> scopes(Collection<Long> cases) {
    return cases.isEmpty() ? Map.of() : scopes(cases, List.of(), List.of());
  }

  private Map<Long, Scope> scopes(
      Collection<Long> cases, Collection<Long> messages, Collection<Long> deliveries) {
    return sql
        .sql(
            """
            select c.id, c.owner_id, c.team_id, c.brand_id, c.named_only from cases_v_case c
            where c.id in (
              select unnest(cast(:cases as bigint[]))
              union select about_id from messages_v_message
                where id = any(:messages) and about_kind = 'case'
              union select about_id from messages_v_delivery
                where id = any(:deliveries) and about_kind = 'case')
            """)
        .param("cases", cases.toArray(Long[]::new))
        .param("messages", messages.toArray(Long[]::new))
        .param("deliveries", deliveries.toArray(Long[]::new))
        .query((rs, n) -> Map.entry(rs.getLong("id"), scope(rs)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Scope scope(ResultSet rs) throws SQLException {
    Array named = rs.getArray("named_only");
    return Scope.of(Sql.longOrNull(rs, "owner_id"), rs.getLong("team_id"), rs.getLong("brand_id"))
        .only(named == null ? null : Set.of((Long[]) named.getArray()));
  }

  private static List<Long> subjects(List<Sealed> entries, String kind) {
    return entries.stream()
        .map(sealed -> sealed.entry().subject())
        .filter(subject -> subject.kind().equals(kind))
        .map(subject -> subject.id())
        .distinct()
        .toList();
  }
}
