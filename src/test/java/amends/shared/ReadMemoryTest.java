package amends.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.testing.DatabaseTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ReadMemoryTest {
  @Autowired Acts acts;
  @Autowired JdbcClient sql;

  private final ReadMemory<String, Integer> memory = new ReadMemory<>();
  private final AtomicInteger asked = new AtomicInteger();

  private int ask() {
    return memory.of("how many", key -> asked.incrementAndGet());
  }

  @Test
  void asksOnceInAnActThatReads() {
    assertThat(acts.read(() -> ask() + ask())).isEqualTo(2);
    assertThat(acts.read(this::ask)).isEqualTo(2);
  }

  @Test
  void asksAnewWhereverSomethingMayChange() {
    assertThat(acts.call(() -> ask() + ask())).isEqualTo(3);
    assertThat(ask()).isEqualTo(3);
    assertThat(acts.call(() -> acts.read(() -> ask() + ask()))).isEqualTo(9);
  }

  @Test
  void anActThatReadsWritesNothing() {
    assertThatThrownBy(() -> acts.read(() -> sql.sql("update team set name = name").update()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("read-only");
    assertThat(acts.call(() -> sql.sql("update team set name = name").update())).isNotNegative();
  }
}
