package amends.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.DatabaseTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@DatabaseTest
class SessionsTest {
  @Autowired SessionRepository<? extends Session> all;

  @Test
  void aStrangersSessionEndsAfterTenMinutesUnused() {
    assertThat(all.createSession().getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void twoRequestsOfOneSessionMayWriteTheSameAttribute() {
    twoWrite(all);
  }

  @Test
  void aSessionIsMarkedAsUsedOnceAMinute() {
    used(all);
  }

  private static <S extends Session> void used(SessionRepository<S> sessions) {
    S fresh = sessions.createSession();
    sessions.save(fresh);
    Instant first = known(sessions, fresh).getLastAccessedTime();
    assertThat(usedAt(sessions, fresh, first.plusSeconds(59))).isEqualTo(first);
    assertThat(usedAt(sessions, fresh, first.plusSeconds(60))).isEqualTo(first.plusSeconds(60));
  }

  private static <S extends Session> Instant usedAt(
      SessionRepository<S> sessions, S fresh, Instant at) {
    S one = known(sessions, fresh);
    one.setLastAccessedTime(at);
    sessions.save(one);
    return known(sessions, fresh).getLastAccessedTime();
  }

  private static <S extends Session> void twoWrite(SessionRepository<S> sessions) {
    S fresh = sessions.createSession();
    sessions.save(fresh);
    S one = known(sessions, fresh);
    S other = known(sessions, fresh);
    one.setAttribute("word", "jug");
    other.setAttribute("word", "kettle");
    sessions.save(one);
    sessions.save(other);
    assertThat(known(sessions, fresh).<String>getAttribute("word")).isEqualTo("kettle");
  }

  private static <S extends Session> S known(SessionRepository<S> sessions, S fresh) {
    S found = sessions.findById(fresh.getId());
    if (found == null) throw new AssertionError("the session is gone");
    return found;
  }
}
