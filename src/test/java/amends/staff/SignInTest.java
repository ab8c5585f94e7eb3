package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.SignIns.Outcome;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SignInTest {
  private static final String RIGHT = "the jug arrived in one piece";
  private static final String ELSEWHERE = "198.51.100.7";

  @Autowired Staff staff;
  @Autowired SignIns signIns;
  @Autowired Passwords passwords;
  @Autowired Throttle throttle;
  @Autowired SessionCleaning cleaning;
  @Autowired Journal journal;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Person ann;
  private String address;

  @BeforeEach
  void annWithAPassword(TestInfo info) {
    String test = info.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    address = "192.0.2." + Math.floorMod(test.hashCode(), 250);
    ann =
        staff.add(
            new NewPerson("Ann", test + "@house.example", Locale.ENGLISH, ZoneId.of("UTC")),
            Actor.SYSTEM);
    signIns.choose(ann.id(), signIns.accept(RIGHT), null);
  }

  private Outcome attempt(String password) {
    return signIns.signIn(ann.email(), password, address);
  }

  @Test
  void welcomesTheRightPasswordInAnyCaseOfTheAddress() {
    assertThat(signIns.signIn(ann.email().toUpperCase(Locale.ROOT), RIGHT, address))
        .isEqualTo(new Outcome.Welcome(ann.id()));
    assertThat(staff.get(ann.id()).seenAt()).isEqualTo(clock.instant());
    assertThat(journal.history(Subject.of("person", ann.id())))
        .extracting(Recorded::kind)
        .contains("staff.signed_in");
  }

  @Test
  void keepsOnlyAnArgon2HashWithTheWorkThatWeMean() {
    String hash =
        sql.sql("select password_hash from person where id = :id")
            .param("id", ann.id())
            .query(String.class)
            .single();
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(RIGHT);
  }

  @Test
  void anUnknownAccountAndAWrongPasswordAndOneWhoLeftCostTheSameAndHearTheSame() {
    long before = passwords.hashes();
    assertThat(attempt("wrong wrong wrong")).isEqualTo(new Outcome.Wrong());
    assertThat(passwords.hashes()).isEqualTo(before + 1);
    assertThat(signIns.signIn("nobody@house.example", RIGHT, address))
        .isEqualTo(new Outcome.Wrong());
    assertThat(passwords.hashes()).isEqualTo(before + 2);
    staff.leave(ann.id(), Actor.SYSTEM);
    assertThat(attempt(RIGHT)).isEqualTo(new Outcome.Wrong());
    assertThat(passwords.hashes()).isEqualTo(before + 3);
    assertThat(signIns.signIn("", "", address)).isEqualTo(new Outcome.Wrong());
    assertThat(passwords.hashes()).isEqualTo(before + 4);
  }

  @Test
  void anEndlessPasswordIsRefusedForTheWorkOfAShortOne() {
    long before = passwords.hashes();
    assertThat(attempt("x".repeat(1_000_000))).isEqualTo(new Outcome.Wrong());
    assertThat(passwords.hashes()).isEqualTo(before + 1);
  }

  @Test
  void refusesPasswordsThatAreTooShortOrTooLongAndNothingElse() {
    assertThatThrownBy(() -> signIns.accept("eleven char"))
        .isInstanceOf(Refusal.class)
        .hasMessage("staff.refused.password_short");
    assertThatThrownBy(() -> signIns.accept("x".repeat(257)))
        .hasMessage("staff.refused.password_long");
    assertThat(signIns.accept("twelve chars")).startsWith("$argon2id$");
    assertThat(passwords.matches("🐧".repeat(256), signIns.accept("🐧".repeat(256)))).isTrue();
  }

  @Test
  void tenWrongTriesCloseTheAccountForAQuarterOfAnHour() {
    for (int i = 0; i < Throttle.TRIES_AN_ACCOUNT; i++) {
      assertThat(attempt("wrong wrong " + i)).isEqualTo(new Outcome.Wrong());
      clock.pass(Duration.ofSeconds(10));
    }
    assertThat(attempt(RIGHT)).isEqualTo(new Outcome.Wait(Duration.ofSeconds(800)));
    assertThat(signIns.signIn(ann.email(), RIGHT, ELSEWHERE)).isInstanceOf(Outcome.Wait.class);
    clock.pass(Duration.ofSeconds(799));
    assertThat(attempt(RIGHT)).isInstanceOf(Outcome.Wait.class);
    clock.pass(Duration.ofSeconds(1));
    assertThat(attempt(RIGHT)).isEqualTo(new Outcome.Welcome(ann.id()));
  }

  @Test
  void tryingWhileOneHasToWaitDoesNotMakeTheWaitLonger() {
    for (int i = 0; i < Throttle.TRIES_AN_ACCOUNT; i++) {
      attempt("wrong wrong wrong");
    }
    clock.pass(Duration.ofMinutes(14));
    assertThat(attempt(RIGHT)).isInstanceOf(Outcome.Wait.class);
    clock.pass(Duration.ofMinutes(1));
    assertThat(attempt(RIGHT)).isInstanceOf(Outcome.Welcome.class);
  }

  @Test
  void oneAddressCannotTryManyAccounts() {
    for (int i = 0; i < Throttle.TRIES_AN_ADDRESS; i++) {
      assertThat(throttle.enter("victim" + i + "@house.example", "203.0.113.9"))
          .isInstanceOf(Throttle.Entry.Through.class);
    }
    assertThat(throttle.enter("victim@house.example", "203.0.113.9"))
        .isInstanceOf(Throttle.Entry.Wait.class);
    assertThat(throttle.enter("victim@house.example", "203.0.113.10"))
        .isInstanceOf(Throttle.Entry.Through.class);
  }

  @Test
  void manyTriesAtOnceGetNoFurtherThanOneAfterTheOther() throws Exception {
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      var entries =
          IntStream.range(0, 40)
              .mapToObj(i -> together.submit(() -> throttle.enter("rush@house.example", "a" + i)))
              .toList();
      long through =
          entries.stream()
              .map(SignInTest::result)
              .filter(Throttle.Entry.Through.class::isInstance)
              .count();
      assertThat(through).isLessThanOrEqualTo(Throttle.TRIES_AN_ACCOUNT);
    }
  }

  private static Throttle.Entry result(Future<Throttle.Entry> entry) {
    try {
      return entry.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void rightPasswordsAreNoTries() {
    for (int i = 0; i < Throttle.TRIES_AN_ACCOUNT + 2; i++) {
      assertThat(attempt(RIGHT)).isInstanceOf(Outcome.Welcome.class);
    }
  }

  @Test
  void theDutyForgetsOldTriesAndSessionsThatRanOut() {
    attempt("wrong wrong wrong");
    sql.sql(
            """
            insert into spring_session values
              (:old, :old, 0, 0, 60, :past, '1'), (:new, :new, 0, 0, 60, :future, '1')
            """)
        .param("old", "o".repeat(36))
        .param("new", "n".repeat(36))
        .param("past", clock.instant().toEpochMilli() - 1)
        .param("future", clock.instant().toEpochMilli() + 86_500_000)
        .update();
    clock.pass(Duration.ofHours(24).plusSeconds(1));
    assertThat(cleaning.perform()).isFalse();
    assertThat(sql.sql("select count(*) from sign_in_attempt").query(Long.class).single()).isZero();
    assertThat(sql.sql("select left(session_id, 1) from spring_session").query(String.class).list())
        .containsExactly("n");
    sql.sql("delete from spring_session").update();
  }

  @Test
  void changesThePasswordOnlyForWhoKnowsTheOldOne() {
    Viewer viewer = staff.viewer(ann.id()).orElseThrow();
    assertThatThrownBy(() ->
            signIns.changePassword(viewer, "wrong wrong wrong", "another good one", address, "s"))
        .hasMessage("staff.refused.current");
    assertThatThrownBy(() -> signIns.changePassword(viewer, RIGHT, "short", address, "s"))
        .hasMessage("staff.refused.password_short");
    signIns.changePassword(viewer, RIGHT, "another good one", address, "s");
    assertThat(attempt(RIGHT)).isEqualTo(new Outcome.Wrong());
    assertThat(attempt("another good one")).isInstanceOf(Outcome.Welcome.class);
  }
}
