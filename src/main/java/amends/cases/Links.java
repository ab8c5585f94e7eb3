package amends.cases;

import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import amends.staff.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that have to do with each other: related ones, and one cause with its children. Each keeps
 * its own promises and its own end.
 */
@Component
public final class Links {
  private final JdbcClient sql;
  private final Access access;

  Links(JdbcClient sql, Access access) {
    this.sql = sql;
    this.access = access;
  }

  /** What another case is to this one. */
  public enum Role {
    /** It stands for this one. */
    SURVIVOR,
    /** This one stands for it. */
    DUPLICATE,
    PARENT,
    CHILD,
    RELATED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Another case, as the viewer may see it.
   *
   * @param link the link by which it is known; null for a merge
   * @param dueAt the next moment; null once closed
   */
  public record Relative(
      Role role,
      @Nullable Long link,
      long id,
      String subject,
      String customer,
      @Nullable Instant dueAt,
      @Nullable Instant brokenAt,
      boolean settled,
      boolean closed) {}

  /** What a case has to do with, as far as the viewer may see it. */
  public List<Relative> of(long caseId, Viewer viewer) {
    return access
        .rows()
        .filed()
        .list(
            caseId,
            () -> relatives(caseId, viewer),
            Filed.Kind.SETTLEMENT,
            Filed.Kind.DUPLICATE,
            Filed.Kind.LINK_TO,
            Filed.Kind.LINK_FROM);
  }

  private List<Relative> relatives(long caseId, Viewer viewer) {
    Visible visible = access.permits().visible(viewer);
    return sql.sql(
            """
            select r.role, r.link, c.id, c.subject, k.name, c.next_due_at, c.broken_at,
              c.settled_at is not null as settled, c.closed_at is not null as closed
            from (
              select 0 as role, cast(null as bigint) as link, survivor_id as id from settlement
              where case_id = :case and outcome = 'duplicate' and undone_at is null
              union all
              select 1, null, case_id from settlement
              where survivor_id = :case and outcome = 'duplicate' and undone_at is null
              union all
              select 2, id, from_case from case_link
              where to_case = :case and kind = 'parent' and ended_at is null
              union all
              select 3, id, to_case from case_link
              where from_case = :case and kind = 'parent' and ended_at is null
              union all
              select 4, id, case when from_case = :case then to_case else from_case end
              from case_link
              where :case in (from_case, to_case) and kind = 'related' and ended_at is null) r
            join amends_case c on c.id = r.id
            join customers_v_customer k on k.id = c.customer_id
            where %s
            order by r.role, c.closed_at is not null, c.id
            """
                .formatted(visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")))
        .params(visible.params())
        .param("case", caseId)
        .query((rs, n) ->
            new Relative(
                Role.values()[rs.getInt("role")],
                Sql.longOrNull(rs, "link"),
                rs.getLong("id"),
                rs.getString("subject"),
                rs.getString("name"),
                Sql.instantOrNull(rs, "next_due_at"),
                Sql.instantOrNull(rs, "broken_at"),
                rs.getBoolean("settled"),
                rs.getBoolean("closed")))
        .list();
  }

  /**
   * Says what another case is to this one; nothing happens when that is said already.
   *
   * @param role parent, child or related
   * @throws Refusal when there is no such case that the viewer may work on, it has a parent
   *     already, or they would be each other's parents
   */
  public void link(long id, Role role, long other, Viewer by) {
    access
        .acts()
        .run(() -> {
          Case matter = lockBoth(id, other, by);
          if (role == Role.RELATED) {
            add("related", Math.min(id, other), Math.max(id, other), by);
          } else if (role == Role.PARENT) {
            addParent(other, id, by);
          } else if (role == Role.CHILD) {
            addParent(id, other, by);
          } else {
            throw new Refusal("role", "cases.refusal.role");
          }
          Case linked = access.rows().get(other);
          Map<String, ?> there = Map.of("role", role.code(), "other", other);
          access.tell("case.linked", matter, by.actor(), there);
          access.tell("case.linked", linked, by.actor(), Map.of("other", id));
        });
  }

  /** In the act that made the one out of the other. */
  void relate(Case one, Case other, Viewer by) {
    add("related", Math.min(one.id(), other.id()), Math.max(one.id(), other.id()), by);
  }

  /** Ends a link of this case; nothing happens when it has ended. */
  public void unlink(long id, long link, Viewer by) {
    access.touch(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          Optional<Long> other =
              sql.sql(
                      """
                      update case_link set ended_at = :now, ended_by = :by
                      where id = :link and :case in (from_case, to_case) and ended_at is null
                      returning case when from_case = :case then to_case else from_case end
                      """)
                  .param("now", Sql.at(access.now()))
                  .param("by", by.id())
                  .param("link", link)
                  .param("case", id)
                  .query(Long.class)
                  .optional();
          other.ifPresent(ended -> {
            access.tell("case.unlinked", matter, by.actor(), Map.of("other", ended));
            Case linked = access.rows().get(ended);
            access.tell("case.unlinked", linked, by.actor(), Map.of("other", id));
          });
        });
  }

  /** The older first. A case that may not be worked on is answered like one that is not there. */
  private Case lockBoth(long id, long other, Viewer by) {
    if (id == other) {
      throw new Refusal("other", "cases.refusal.itself");
    }
    Case seen = access.see(id, by);
    access.permits().require(by, Permission.WORK_CASE, seen.scope(), seen.asSubject());
    Optional<Case> there = access.find(other);
    if (there.filter(found -> works(found, by)).isEmpty()) {
      throw noSuch(other);
    }
    access.rows().lock(Math.min(id, other));
    access.rows().lock(Math.max(id, other));
    return seen;
  }

  private boolean works(Case found, Viewer by) {
    return access.permits().may(by, Permission.WORK_CASE, found.scope());
  }

  private static Refusal noSuch(long other) {
    return new Refusal("other", "cases.refusal.no-such-case", String.valueOf(other));
  }

  private void addParent(long parent, long child, Viewer by) {
    // Two links that are each fine can close a ring together: one at a time.
    sql.sql("lock table case_link in share row exclusive mode").update();
    boolean ring =
        sql.sql(
                """
                with recursive above as (
                  select cast(:parent as bigint) as id
                  union
                  select l.from_case from case_link l join above on l.to_case = above.id
                  where l.kind = 'parent' and l.ended_at is null)
                select exists (select from above where id = :child)
                """)
            .param("parent", parent)
            .param("child", child)
            .query(Boolean.class)
            .single();
    if (ring) {
      throw new Refusal("other", "cases.refusal.ring");
    }
    boolean another =
        sql.sql(
                """
                select exists (select from case_link where to_case = :child and kind = 'parent'
                  and from_case <> :parent and ended_at is null)
                """)
            .param("parent", parent)
            .param("child", child)
            .query(Boolean.class)
            .single();
    if (another) {
      throw new Refusal("other", "cases.refusal.has-parent", String.valueOf(child));
    }
    add("parent", parent, child, by);
  }

  private void add(String kind, long from, long to, Viewer by) {
    sql.sql(
            """
            insert into case_link (kind, from_case, to_case, made_by, made_at)
            values (:kind, :from, :to, :by, :now)
            on conflict (from_case, to_case, kind) where ended_at is null do nothing
            """)
        .param("kind", kind)
        .param("from", from)
        .param("to", to)
        .param("by", by.id())
        .param("now", Sql.at(access.now()))
        .update();
  }
}
