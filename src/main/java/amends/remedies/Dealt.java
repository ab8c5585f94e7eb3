package amends.remedies;

import amends.shared.Inventory;
import amends.shared.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether anything was given, asked for or offered in a matter. In most nothing was. */
@Component
final class Dealt {
  /** What there may be. */
  enum Kind {
    GRANT,
    REQUEST,
    OFFER
  }

  private final Inventory<Kind> inventory;

  Dealt(JdbcClient sql) {
    this.inventory =
        new Inventory<>(
            sql,
            Kind.class,
            Map.of(
                Kind.GRANT,
                "select from remedy_grant where subject_kind = :kind and subject_id = :id",
                Kind.REQUEST,
                "select from remedy_request where subject_kind = :kind and subject_id = :id",
                Kind.OFFER,
                "select from remedy_offer where subject_kind = :kind and subject_id = :id"));
  }

  /** What is asked for, where there may be any; nothing else. */
  <T> List<T> list(Subject about, Kind kind, Supplier<List<T>> ask) {
    return inventory.list(Map.of("kind", about.kind(), "id", about.id()), Set.of(kind), ask);
  }
}
