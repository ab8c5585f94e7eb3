package amends.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import amends.staff.SignedIn;
import java.time.Instant;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sends a request as somebody who is signed in. */
public final class As {
  private As() {}

  public static RequestPostProcessor person(long id) {
    return person(id, TestClock.START);
  }

  /** Signed in at this moment: tests that begin weeks later. */
  public static RequestPostProcessor person(long id, Instant at) {
    return authentication(new SignedIn(id, at, "Firefox", "Linux"));
  }
}
