package amends.cases;

import amends.shared.Sql;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what was handed over at the end of a shift. */
@Component
final class ShiftRows {
  private static final String OFFERED =
      """
      accepted_at is null and from_person <> :me
        and (to_person = :me or (to_person is null or lapsed_at is not null) and to_team = any(:teams))
      """;

  private final JdbcClient sql;

  ShiftRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** What somebody owns that falls due before that moment, the next first. */
  List<Case> due(long owner, Instant before) {
    return sql.sql(
            """
            select * from amends_case where owner_id = :owner and closed_at is null
              and next_due_at < :before and named_only is null order by next_due_at, id
            """)
        .param("owner", owner)
        .param("before", Sql.at(before))
        .query(CaseRows.CASE)
        .list();
  }

  long add(
      Shift.Handing how,
      long from,
      @Nullable Long person,
      long team,
      Instant now,
      Instant acceptBy) {
    return sql.sql(
            """
            insert into shift_handover (from_person, to_person, to_team, words, back_at, at, accept_by)
            values (:from, :person, :team, :words, :back, :now, :by) returning id
            """)
        .param("from", from)
        .param("person", person)
        .param("team", team)
        .param("words", how.words().strip())
        .param("back", Sql.at(how.backAt()))
        .param("now", Sql.at(now))
        .param("by", Sql.at(acceptBy))
        .query(Long.class)
        .single();
  }

  void addCase(long handover, long caseId, String words) {
    sql.sql(
            """
            insert into shift_handover_case (handover_id, case_id, words)
            values (:handover, :case, :words)
            """)
        .param("handover", handover)
        .param("case", caseId)
        .param("words", words.strip())
        .update();
  }

  int offered(Viewer viewer) {
    return sql.sql("select count(*) from shift_handover where " + OFFERED)
        .params(who(viewer))
        .query(Integer.class)
        .single();
  }

  List<Shift> offers(Viewer viewer) {
    return shifts(OFFERED + " order by accept_by, id", who(viewer));
  }

  Optional<Shift> offer(long id, Viewer viewer) {
    Map<String, Object> params = new HashMap<>(who(viewer));
    params.put("id", id);
    return shifts("id = :id and " + OFFERED + " for update", params).stream().findFirst();
  }

  List<Shift> unaccepted(List<Long> ids) {
    return shifts(
        "id = any(:ids) and accepted_at is null and lapsed_at is null for update",
        Map.of("ids", ids.toArray(Long[]::new)));
  }

  boolean isUnaccepted(long id) {
    return sql.sql(
            "select exists (select from shift_handover where id = :id and accepted_at is null)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  void accept(long id, long person, Instant now) {
    sql.sql("update shift_handover set accepted_at = :now, accepted_by = :person where id = :id")
        .param("id", id)
        .param("person", person)
        .param("now", Sql.at(now))
        .update();
  }

  void lapse(long id, Instant now) {
    sql.sql("update shift_handover set lapsed_at = :now where id = :id")
        .param("id", id)
        .param("now", Sql.at(now))
        .update();
  }

  private static Map<String, Object> who(Viewer viewer) {
    return Map.of("me", viewer.id(), "teams", viewer.teams().toArray(Long[]::new));
  }

  private List<Shift> shifts(String which, Map<String, Object> params) {
    List<Shift> bare =
        sql.sql("select * from shift_handover where " + which)
            .params(params)
            .query((rs, n) ->
                new Shift(
                    rs.getLong("id"),
                    rs.getLong("from_person"),
                    Sql.longOrNull(rs, "to_person"),
                    rs.getLong("to_team"),
                    rs.getString("words"),
                    Sql.instant(rs, "back_at"),
                    Sql.instant(rs, "at"),
                    Sql.instant(rs, "accept_by"),
                    Sql.instantOrNull(rs, "lapsed_at"),
                    List.of()))
            .list();
    Map<Long, List<Shift.Handed>> cases = cases(bare.stream().map(Shift::id).toList());
    return bare.stream()
        .map(s ->
            new Shift(
                s.id(),
                s.fromPerson(),
                s.toPerson(),
                s.toTeam(),
                s.words(),
                s.backAt(),
                s.at(),
                s.acceptBy(),
                s.lapsedAt(),
                cases.getOrDefault(s.id(), List.of())))
        .toList();
  }

  private Map<Long, List<Shift.Handed>> cases(List<Long> ids) {
    Map<Long, List<Shift.Handed>> cases = new HashMap<>();
    sql.sql(
            """
            select h.handover_id, h.case_id, h.words from shift_handover_case h
            join amends_case c on c.id = h.case_id
            where h.handover_id = any(:ids) order by c.next_due_at nulls last, c.id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(rs -> {
          cases
              .computeIfAbsent(rs.getLong("handover_id"), id -> new ArrayList<>())
              .add(new Shift.Handed(rs.getLong("case_id"), rs.getString("words")));
        });
    return cases;
  }
}
