package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** P16: two hundred cases at once have two hundred numbers, and nobody waits for a counter. */
class P16NumbersTest {
  private static final int MANY = 200;
  private static final int AT_ONCE = 20;

  private final House house = House.open();

  @Test
  void twoHundredAtOnceHaveTwoHundredNumbers() throws Exception {
    Visitor program = new Visitor(house.url(), house.token("Numbers", "customers:*", "cases:*"));
    program.json(
        "POST",
        "/api/v1/customers",
        "{\"name\": \"Numbers\", \"external_id\": \"numbers\", \"contacts\": [{\"channel\": \"email\", \"address\": \"numbers@customer.example\"}]}",
        "numbers");
    String due = Instant.now().plus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
    String body =
        "{\"customer_external_id\": \"numbers\", \"subject\": \"One of many\", \"channel\": \"phone\", \"statement\": \"It broke.\", \"owner\": \"team:%d\", \"next\": {\"words\": \"We call.\", \"due_at\": \"%s\"}}"
            .formatted(house.team(), due);
    List<Future<Answer>> running = new ArrayList<>();
    long waiting = 0;
    try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < MANY; i++) {
        String key = "numbers-" + i;
        running.add(hands.submit(() -> program.json("POST", "/api/v1/cases", body, key)));
      }
      while (running.stream().anyMatch(one -> !one.isDone())) {
        waiting = Math.max(waiting, waitingForATable());
      }
    }
    List<Long> numbers = new ArrayList<>();
    for (Future<Answer> one : running) {
      assertThat(one.get().status()).as(one.get().text()).isEqualTo(201);
      numbers.add(one.get().at("/matter/id").asLong());
    }
    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(waiting).as("sessions that wait for a lock on a whole table").isZero();
    Wait.until(
        "all are there",
        Duration.ofSeconds(20),
        () ->
            house.count("select count(*) from amends_case where subject = 'One of many'") == MANY);
  }

  private long waitingForATable() {
    return house.count(
        "select count(*) from pg_locks where not granted and locktype in ('relation', 'extend')");
  }
}
