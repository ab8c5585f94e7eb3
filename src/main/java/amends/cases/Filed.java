package amends.cases;

import amends.shared.Inventory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which kinds of records lie in the file of a case. There are two dozen, and a case has three or
 * four of them.
 */
@Component
final class Filed {
  /** A kind, and the rows that make it worth asking for: never fewer than are asked for then. */
  enum Kind {
    STATEMENT("select from statement where case_id = :case"),
    NOTE("select from note where case_id = :case"),
    CALL("select from call where case_id = :case"),
    HANDOVER("select from handover where case_id = :case"),
    ROUTED("select from case_routing where case_id = :case"),
    HARM("select from harm_report where case_id = :case"),
    PAST("select from past_matter where case_id = :case"),
    SETTLEMENT("select from settlement where case_id = :case"),
    /** Other cases that end in this one. */
    DUPLICATE("select from settlement where survivor_id = :case and undone_at is null"),
    FOLLOW_UP("select from follow_up where case_id = :case"),
    CLOSURE("select from closure where case_id = :case"),
    REOPENING("select from reopening where case_id = :case"),
    WAIT("select from waiting where case_id = :case"),
    TAG("select from case_tag where case_id = :case"),
    DRAFT("select from case_draft where case_id = :case"),
    SENT("select from case_sent where case_id = :case"),
    CONDITION("select from case_condition where case_id = :case"),
    GUARANTEE("select from case_guarantee where case_id = :case"),
    UNKNOWN("select from case_unknown where case_id = :case"),
    LINK_TO("select from case_link where to_case = :case and ended_at is null"),
    LINK_FROM("select from case_link where from_case = :case and ended_at is null");

    private final String rows;

    Kind(String rows) {
      this.rows = rows;
    }
  }

  private final Inventory<Kind> inventory;

  Filed(JdbcClient sql) {
    this.inventory =
        new Inventory<>(
            sql,
            Kind.class,
            Arrays.stream(Kind.values()).collect(Collectors.toMap(k -> k, k -> k.rows)));
  }

  /** What is asked for, where there may be any of these kinds; nothing else. */
  <T> List<T> list(long caseId, Supplier<List<T>> ask, Kind... kinds) {
    return inventory.list(Map.of("case", caseId), Set.of(kinds), ask);
  }

  /** Whether there may be any of these kinds. */
  boolean any(long caseId, Kind... kinds) {
    return inventory.any(Map.of("case", caseId), Set.of(kinds));
  }
}
