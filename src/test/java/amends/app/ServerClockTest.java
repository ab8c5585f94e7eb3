package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.DatabaseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This machine's clock against the database's. */
@DatabaseTest
class ServerClockTest {
  @Autowired JdbcClient sql;
  @Autowired InstantSource set;

  @Test
  void onOneMachineTheTwoAgree() {
    assertThat(new ServerClock(sql, InstantSource.system()).ahead()).isZero();
  }

  @Test
  void aClockThatIsSetByATestIsTrusted() {
    assertThat(new ServerClock(sql, set).ahead()).isZero();
  }

  @Test
  void onlyWhatIsFarAheadCounts() {
    Instant there = Instant.parse("2026-05-12T13:00:00Z");
    assertThat(ServerClock.ahead(there.plusSeconds(3_600), there)).isEqualTo(Duration.ofHours(1));
    assertThat(ServerClock.ahead(there.plusSeconds(1), there)).isZero();
    assertThat(ServerClock.ahead(there.minusSeconds(3_600), there)).isZero();
  }
}
