package amends.customers;

import amends.shared.NotFound;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds by what a customer is known, and asks the rooms in their order. */
@Component
final class Traced {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final List<Holdings> rooms;

  Traced(JdbcClient sql, InstantSource clock, List<Holdings> rooms) {
    this.sql = sql;
    this.clock = clock;
    this.rooms = List.copyOf(rooms);
  }

  List<Holdings> rooms() {
    return rooms;
  }

  /**
   * @throws NotFound when there is no such customer
   */
  Traces of(long customer) {
    List<Long> same =
        sql.sql("select id from customer where id = :id or merged_into = :id order by id")
            .param("id", customer)
            .query(Long.class)
            .list();
    if (!same.contains(customer)) {
      throw new NotFound(Customers.subject(customer));
    }
    List<Subject> subjects = new ArrayList<>();
    rooms.forEach(room -> subjects.addAll(room.subjects(same)));
    return new Traces(customer, same, names(same), addresses(same), subjects, clock.instant());
  }

  private List<String> names(List<Long> same) {
    return clean(
        sql
            .sql("select name from customer where id = any(:ids)")
            .param("ids", same.toArray(Long[]::new))
            .query(String.class)
            .list()
            .stream());
  }

  private List<String> addresses(List<Long> same) {
    return clean(
        sql
            .sql("select address, address_norm from contact_point where customer_id = any(:ids)")
            .param("ids", same.toArray(Long[]::new))
            .query((rs, n) -> List.of(rs.getString("address"), rs.getString("address_norm")))
            .list()
            .stream()
            .flatMap(List::stream));
  }

  private static List<String> clean(Stream<String> all) {
    return all.map(s -> s.strip().toLowerCase(Locale.ROOT))
        .filter(s -> !s.isEmpty() && !s.equals(Holdings.GONE))
        .distinct()
        .toList();
  }

  List<Obstacle> obstacles(Traces traces) {
    List<Obstacle> found = new ArrayList<>(holds(traces));
    rooms.forEach(room -> found.addAll(room.obstacles(traces)));
    return found;
  }

  private List<Obstacle> holds(Traces traces) {
    return Obstacle.of(
        "hold",
        sql.sql(
                """
                select id from legal_hold where lifted_at is null and (
                  subject_kind = 'customer' and subject_id = any(:customers)
                  or subject_kind = 'case' and subject_id = any(:cases))
                order by id
                """)
            .params(traces.params())
            .query(Long.class)
            .list());
  }

  Wiping wipe(Traces traces) {
    Wiping wiping = new Wiping(sql, traces);
    rooms.reversed().forEach(room -> room.erase(traces, wiping));
    // The highest rooms again: what they make of the words of lower ones is made anew.
    rooms.reversed().forEach(room -> room.erased(traces));
    return wiping;
  }
}
