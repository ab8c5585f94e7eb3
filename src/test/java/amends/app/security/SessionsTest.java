package amends.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.DatabaseTest;
import java.time.Duration;
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
