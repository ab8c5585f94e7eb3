package amends.promises;

import amends.messages.Notice;
import amends.messages.NoticeTruth;
import amends.messages.Notices;
import amends.shared.Actor;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Colleagues hear once of what was promised to many: whoever started it when it is nearly due, the
 * lead when it was broken.
 */
@Component
final class ToManyNotices implements NoticeTruth {
  private final Notices notices;
  private final JdbcClient sql;

  ToManyNotices(Notices notices, JdbcClient sql) {
    this.notices = notices;
    this.sql = sql;
  }

  @EventListener
  void on(PromisesWarned event) {
    notices.tell(
        firsts(event.promises()).stream()
            .map(p -> notice(Notice.Kind.WARNING, p, starter(p.madeBy()), p.owner().team()))
            .toList());
  }

  @EventListener
  void on(PromisesBroken event) {
    notices.tell(
        firsts(event.promises()).stream()
            .filter(p -> p.moments().escalatedTo() != null)
            .map(p -> notice(Notice.Kind.ESCALATION, p, p.moments().escalatedTo(), null))
            .toList());
  }

  /** One of each broadcast. */
  private static Collection<Promise> firsts(List<Promise> promises) {
    Map<Long, Promise> firsts = new LinkedHashMap<>();
    promises.stream()
        .filter(p -> p.about().kind().equals(ToMany.KIND))
        .forEach(p -> firsts.putIfAbsent(p.about().id(), p));
    return firsts.values();
  }

  private static @Nullable Long starter(Actor by) {
    return by.isPerson() ? by.id() : null;
  }

  private static Notice notice(
      Notice.Kind kind, Promise promise, @Nullable Long person, @Nullable Long team) {
    return new Notice(
        kind,
        promise.about(),
        promise.about(),
        "promises.notice.to-many",
        promise.dueAt(),
        person,
        person == null ? team : null);
  }

  @Override
  public String sourceKind() {
    return ToMany.KIND;
  }

  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    return new HashSet<>(
        sql.sql(
                """
                select b.id from unnest(cast(:ids as bigint[])) as b(id)
                where exists (select from promise where subject_kind = 'broadcast' and subject_id = b.id
                  and case when :broken then broken_at is not null and made_good_at is null
                    else kept_at is null and moved_at is null and agreed_at is null
                      and released_at is null and broken_at is null end)
                """)
            .param("ids", sources.toArray(Long[]::new))
            .param("broken", kind == Notice.Kind.ESCALATION)
            .query(Long.class)
            .list());
  }
}
