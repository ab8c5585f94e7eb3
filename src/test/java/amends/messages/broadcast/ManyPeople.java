package amends.messages.broadcast;

import amends.customers.Choices;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Purpose;
import amends.messages.PostOffice;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcast.Words;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.FakeRelay.Got;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town of customers, and somebody who may write to all of them. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ManyPeople {
  @Autowired ApplicationContext context;
  @Autowired JdbcClient sql;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Choices choices;
  @Autowired Broadcasts broadcasts;
  @Autowired Following following;
  @Autowired BroadcastJobs jobs;
  @Autowired TestClock clock;

  Fernhill world;
  PostOffice post;

  @BeforeEach
  void quietTown() {
    new AsOwner()
        .run(
            "truncate broadcast, delivery, message, customer, contact_point, contact_choice cascade");
    clock.set(TestClock.START);
    if (world == null) {
      world = new Fernhill(staff, customers);
    }
    post = new PostOffice(context);
  }

  @AfterEach
  void close() {
    post.close();
  }

  List<Customer> people(int many) {
    List<Customer> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(world.customer("Ann" + i + " Berg", "ann-" + i + "@berg.example"));
    }
    return all;
  }

  Words words(Purpose purpose, String body) {
    return new Words(world.brand.id(), purpose, Ways.EMAIL, "Your heater", body);
  }

  long written(String body) {
    return broadcasts.write(words(Purpose.SERVICE, body), world.admin);
  }

  /** Written and with a list of everybody. */
  long ready(String body) {
    long id = written(body);
    broadcasts.whom(id, "everyone", Map.of(), null, world.admin);
    work();
    return id;
  }

  void start(long id) {
    broadcasts.start(id, "" + listed(id).reachable(), world.admin);
    work();
    clock.pass(Duration.ofMinutes(3));
  }

  Broadcast.Whom listed(long id) {
    return Objects.requireNonNull(see(id).list());
  }

  Broadcast see(long id) {
    return broadcasts.see(id, world.admin);
  }

  Reach reach(long id) {
    return following.reach(id, world.admin);
  }

  /** Lists, expansions and ends, as far as they can get now. */
  void work() {
    while (jobs.perform()) {}
  }

  List<String> receivers() {
    return post.received().stream().map(Got::to).sorted().toList();
  }

  long count(String what) {
    return sql.sql("select count(*) from " + what).query(Long.class).single();
  }
}
