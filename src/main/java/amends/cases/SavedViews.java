package amends.cases;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Filters over the queue, kept by name: for oneself, or for a team that one belongs to. A view
 * shows each person what that person may see, whoever made it.
 */
@Component
public final class SavedViews {
  private static final int LONGEST_NAME = 60;
  private static final String SEEN = "(person_id = :me or shared_with = any(:teams))";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;

  SavedViews(JdbcClient sql, InstantSource clock, Acts acts, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
  }

  /**
   * @param personId who made it, and may change it
   * @param sharedWith the team that has it too; null when it is for its maker alone
   */
  public record SavedView(
      long id, long personId, @Nullable Long sharedWith, String name, Filter filter) {}

  /** Those that the viewer has: own ones and those of their teams, by name. */
  public List<SavedView> of(Viewer viewer) {
    return sql.sql("select * from saved_view where " + SEEN + " order by lower(name), id")
        .params(who(viewer))
        .query(SavedViews::view)
        .list();
  }

  /**
   * @throws NotFound when there is none, or it is not the viewer's to see
   */
  public SavedView get(long id, Viewer viewer) {
    return sql.sql("select * from saved_view where id = :id and " + SEEN)
        .params(who(viewer))
        .param("id", id)
        .query(SavedViews::view)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("view", id)));
  }

  /** Keeps a filter under a name. */
  public long save(String name, @Nullable Long sharedWith, Filter filter, Viewer by) {
    return written(
        """
        insert into saved_view (person_id, shared_with, name, owner, team_id, brand_id, state,
          waiting, due, words, customer, tag, field_id, field_value, made_at)
        values (:me, :shared, :name, :owner, :team, :brand, :state, :waiting, :due, :words,
          :customer, :tag, :field, :fieldValue, :now) returning id
        """,
        "view.saved",
        params(name, sharedWith, filter, by));
  }

  /** Changes one's own. */
  public void change(long id, String name, @Nullable Long sharedWith, Filter filter, Viewer by) {
    own(id, by);
    Map<String, @Nullable Object> params = params(name, sharedWith, filter, by);
    params.put("id", id);
    written(
        """
        update saved_view set shared_with = :shared, name = :name, owner = :owner, team_id = :team,
          brand_id = :brand, state = :state, waiting = :waiting, due = :due, words = :words,
          customer = :customer, tag = :tag, field_id = :field,
          field_value = :fieldValue
        where id = :id and person_id = :me returning id
        """,
        "view.changed",
        params);
  }

  /** Deletes one's own. */
  public void delete(long id, Viewer by) {
    own(id, by);
    acts.run(() -> {
      sql.sql("delete from saved_view where id = :id").param("id", id).update();
      journal.record("view.deleted", Subject.of("view", id), by.actor());
    });
  }

  private void own(long id, Viewer by) {
    if (get(id, by).personId() != by.id()) {
      throw new Refusal("", "cases.view.not-yours");
    }
  }

  private long written(String statement, String kind, Map<String, @Nullable Object> params) {
    try {
      return acts.call(() -> {
        long id = sql.sql(statement).params(params).query(Long.class).single();
        long me = (Long) Objects.requireNonNull(params.get("me"));
        journal.record(kind, Subject.of("view", id), Actor.person(me));
        return id;
      });
    } catch (DuplicateKeyException e) {
      throw new Refusal("name", "cases.view.name.taken");
    }
  }

  private Map<String, @Nullable Object> params(
      String name, @Nullable Long sharedWith, Filter filter, Viewer by) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw new Refusal("name", "cases.view.name.missing", LONGEST_NAME);
    }
    if (sharedWith != null && !by.teams().contains(sharedWith)) {
      throw new Refusal("shared", "cases.view.shared.not-yours");
    }
    if (filter.isNone()) {
      throw new Refusal("", "cases.view.empty");
    }
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("me", by.id());
    params.put("shared", sharedWith);
    params.put("name", name.strip());
    params.put("owner", filter.owner());
    params.put("team", filter.teamId());
    params.put("brand", filter.brandId());
    params.put("state", filter.state());
    params.put("waiting", filter.waiting());
    params.put("due", filter.due());
    params.put("words", filter.words());
    params.put("customer", filter.customer());
    params.put("tag", filter.tag());
    params.put("field", filter.fieldId());
    params.put("fieldValue", filter.fieldValue());
    params.put("now", Sql.at(clock.instant()));
    return params;
  }

  private static Map<String, Object> who(Viewer viewer) {
    return Map.of("me", viewer.id(), "teams", viewer.teams().toArray(Long[]::new));
  }

  private static SavedView view(ResultSet rs, int n) throws SQLException {
    return new SavedView(
        rs.getLong("id"),
        rs.getLong("person_id"),
        Sql.longOrNull(rs, "shared_with"),
        rs.getString("name"),
        new Filter(
            rs.getString("owner"),
            Sql.longOrNull(rs, "team_id"),
            Sql.longOrNull(rs, "brand_id"),
            rs.getString("state"),
            rs.getString("waiting"),
            rs.getString("due"),
            rs.getString("words"),
            rs.getString("customer"),
            rs.getString("tag"),
            Sql.longOrNull(rs, "field_id"),
            rs.getString("field_value")));
  }
}
