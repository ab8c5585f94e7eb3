package amends.app.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are marked as used once a minute: each page of a desk wrote its session before, and
 * waited for the disk. A session may end by so much sooner than its time of rest.
 */
record SeldomMarked<S extends Session>(SessionRepository<S> kept)
    implements SessionRepository<SeldomMarked.Marked<S>> {
  private static final Duration SELDOM = Duration.ofMinutes(1);

  @Override
  public Marked<S> createSession() {
    return new Marked<>(kept.createSession());
  }

  @Override
  public void save(Marked<S> session) {
    kept.save(session.of);
  }

  @Override
  public @Nullable Marked<S> findById(String id) {
    S found = SessionActs.finding(() -> kept.findById(id));
    return found == null ? null : new Marked<>(found);
  }

  @Override
  public void deleteById(String id) {
    kept.deleteById(id);
  }

  /** A session whose last use is told only when the one that is known is old enough. */
  record Marked<S extends Session>(S of) implements Session {
    @Override
    public void setLastAccessedTime(Instant at) {
      if (!at.isBefore(of.getLastAccessedTime().plus(SELDOM))) {
        of.setLastAccessedTime(at);
      }
    }

    @Override
    public Instant getLastAccessedTime() {
      return of.getLastAccessedTime();
    }

    @Override
    public String getId() {
      return of.getId();
    }

    @Override
    public String changeSessionId() {
      return of.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
      return of.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return of.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
      if (value == null) {
        of.removeAttribute(name);
      } else {
        of.setAttribute(name, value);
      }
    }

    @Override
    public void removeAttribute(String name) {
      of.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return of.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      of.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return of.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return of.isExpired();
    }
  }
}
