package amends.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.testing.DatabaseTest;
import jakarta.servlet.ServletException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

@DatabaseTest
class OverloadTest {
  private static final CannotCreateTransactionException NO_CONNECTION =
      new CannotCreateTransactionException(
          "none to spare", new SQLTransientConnectionException("timed out"));

  @Autowired Overload overload;

  private MockHttpServletResponse sent(String path, RuntimeException trouble) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    overload.doFilter(
        new MockHttpServletRequest("GET", path),
        response,
        (request, answer) -> {
          throw trouble;
        });
    return response;
  }

  @Test
  void aDatabaseThatDoesNotAnswerGetsASentenceAndAMomentToComeBack() throws Exception {
    MockHttpServletResponse response = sent("/cases", NO_CONNECTION);
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    assertThat(response.getContentAsString()).contains("Too busy for a moment", "Nothing is lost");
  }

  @Test
  void programsGetProblemJson() throws Exception {
    MockHttpServletResponse response = sent("/api/v1/cases", NO_CONNECTION);
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentType()).startsWith("application/problem+json");
  }

  @Test
  void aRowThatSomebodyHoldsForTooLongIsNoFaultOfOurs() throws Exception {
    for (RuntimeException held :
        List.of(
            new QueryTimeoutException("canceling statement due to statement timeout"),
            new CannotAcquireLockException("deadlock detected, three times"))) {
      MockHttpServletResponse response = sent("/cases/1/notes", held);
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }
  }

  @Test
  void anotherTroubleIsNoOverload() {
    assertThatThrownBy(() -> sent("/cases", new IllegalStateException("ours"))).hasMessage("ours");
  }

  @Test
  void theCauseMayLieDeep() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    overload.doFilter(
        new MockHttpServletRequest("GET", "/cases"),
        response,
        (request, answer) -> {
          throw new ServletException(new IllegalStateException(NO_CONNECTION));
        });
    assertThat(response.getStatus()).isEqualTo(503);
  }
}
