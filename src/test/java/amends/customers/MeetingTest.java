package amends.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.testing.DatabaseTest;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class MeetingTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Autowired Customers customers;
  @Autowired Journal journal;
  @Autowired Acts acts;
  @Autowired JdbcClient sql;

  @Test
  void writesAStrangerDownOnceAndKnowsThemTheNextTime() {
    Customer first = meet("Maud Ellery", Channel.EMAIL, "Maud.Ellery@Example.org");
    Customer again = meet("M. Ellery", Channel.EMAIL, "maud.ellery@example.ORG ");

    assertThat(again).isEqualTo(first);
    assertThat(first.name()).isEqualTo("Maud Ellery");
    assertThat(first.zone()).isEqualTo(LONDON);
    assertThat(customers.recognise(Channel.EMAIL, "MAUD.ELLERY@EXAMPLE.ORG")).contains(first);
    assertThat(journal.history(Customers.subject(first.id())))
        .extracting(Recorded::kind)
        .containsExactly("customer.met");
  }

  @Test
  void twentyLettersAtOnceMakeOneCustomer() throws Exception {
    Set<Long> met = Collections.synchronizedSet(new HashSet<>());
    CountDownLatch ready = new CountDownLatch(20);
    Callable<Boolean> writer =
        () -> {
          ready.countDown();
          ready.await();
          return met.add(meet("Twenty", Channel.EMAIL, "twenty@example.org").id());
        };

    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(Collections.nCopies(20, writer))) {
        done.get();
      }
    }

    assertThat(met).hasSize(1);
    assertThat(count("select count(*) from customer where name = 'Twenty'")).isEqualTo(1);
    assertThat(journal.history(Customers.subject(met.iterator().next()))).hasSize(1);
  }

  @RepeatedTest(5)
  void manyWhoMeetEachOtherInAnyOrderDoNotBlockForEver() throws Exception {
    sql.sql("delete from contact_point where address like 'round%'").update();
    Callable<Boolean> forwards = () -> meetAll(IntStream.range(0, 8).toArray());
    Callable<Boolean> backwards = () -> meetAll(IntStream.range(0, 8).map(i -> 7 - i).toArray());

    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = pool.submit(forwards);
      var other = pool.submit(backwards);
      assertThat(one.get()).isTrue();
      assertThat(other.get()).isTrue();
    }

    assertThat(count("select count(*) from contact_point where address like 'round%'"))
        .isEqualTo(8);
  }

  @Test
  void isUndoneWithTheActItBelongsTo() {
    assertThatThrownBy(() ->
            acts.run(() -> {
              meet("Nobody", Channel.EMAIL, "undone@example.org");
              throw new IllegalStateException("the letter could not be read");
            }))
        .hasMessageContaining("could not be read");

    assertThat(customers.recognise(Channel.EMAIL, "undone@example.org")).isEmpty();
    assertThat(count("select count(*) from customer where name = 'Nobody'")).isZero();
  }

  @Test
  void aTextMessageComesFromTheSameTelephoneAsACall() {
    Customer caller = meet("Idris Vane", Channel.PHONE, "+44 (0)20 7946-0018");

    assertThat(meet("", Channel.SMS, "0044 20 7946 0018")).isEqualTo(caller);
    assertThat(customers.recognise(Channel.CHAT, "+442079460018")).isEmpty();
  }

  @Test
  void callsAStrangerWithoutANameByTheirAddress() {
    assertThat(meet(null, Channel.EMAIL, "no.name@example.org").name())
        .isEqualTo("no.name@example.org");
    assertThat(meet(" \u0000\t ", Channel.EMAIL, "blank@example.org").name())
        .isEqualTo("blank@example.org");
  }

  @Test
  void saysWhatIsWrongWithAnAddressThatReachesNobody() {
    assertThatThrownBy(() -> meet("X", Channel.EMAIL, "not an address"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("address");
              assertThat(refusal.key()).isEqualTo("customers.refuse.address.email");
            });
    assertThat(customers.recognise(Channel.EMAIL, "")).isEmpty();
  }

  @Test
  void recognisesTheSurvivorOfTwoWhoWereOne() {
    Customer survivor = meet("Wren Achebe", Channel.EMAIL, "wren@example.org");
    Customer twin = meet("Wren A.", Channel.EMAIL, "wren@work.example");
    sql.sql("update customer set merged_into = :survivor where id = :twin")
        .param("survivor", survivor.id())
        .param("twin", twin.id())
        .update();

    assertThat(meet("Wren", Channel.EMAIL, "wren@work.example")).isEqualTo(survivor);
    assertThat(customers.find("wren", 9)).containsExactly(survivor);
  }

  private boolean meetAll(int... numbers) {
    acts.run(() -> {
      for (int n : numbers) {
        meet("Round " + n, Channel.EMAIL, "round" + n + "@example.org");
      }
    });
    return true;
  }

  private Customer meet(@Nullable String name, Channel channel, String at) {
    return customers.meet(Stranger.person(name, channel, at, Locale.UK, LONDON), Actor.SYSTEM);
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }
}
