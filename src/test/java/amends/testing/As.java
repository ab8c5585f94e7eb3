package amends.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import amends.staff.SignedIn;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sends a request as somebody who is signed in. */
public final class As {
  private As() {}

  public static RequestPostProcessor person(long id) {
    return authentication(new SignedIn(id, TestClock.START, "Firefox", "Linux"));
  }
}
