package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ForwardingTest {
  private static final String PROXY = "10.0.0.1";
  private final Forwarding forwarding =
      new Forwarding(Network.list("10.0.0.0/24, 192.0.2.7, 2001:db8:1::/48"));

  @Test
  void nobodyIsBelievedWhoWasNotNamed() {
    assertThat(of("198.51.100.9", "X-Forwarded-For", "203.0.113.5", "X-Forwarded-Proto", "https"))
        .isEmpty();
    assertThat(
            new Forwarding(Network.list("")).of(request(PROXY, "X-Forwarded-For", "203.0.113.5")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.5                          | 203.0.113.5
          127.0.0.1, 203.0.113.5               | 203.0.113.5
          203.0.113.5, 192.0.2.7, 10.0.0.9     | 203.0.113.5
          1.1.1.1, 203.0.113.5, 192.0.2.7      | 203.0.113.5
          203.0.113.5:4711                     | 203.0.113.5
          [2001:db8:2::1]:80                   | 2001:db8:2:0:0:0:0:1
          ::ffff:203.0.113.5                   | 203.0.113.5
          203.0.113.5, 2001:db8:1::4           | 203.0.113.5
          10.0.0.8, 10.0.0.9                   | 10.0.0.8
          203.0.113.5, unknown                 | 10.0.0.1
          203.0.113.5, localhost, 10.0.0.9     | 10.0.0.9
          203.0.113.5,                         | 10.0.0.1
          """)
  void theClientIsTheLastHopThatIsNoneOfOurs(String header, String client) {
    assertThat(address("X-Forwarded-For", header)).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          for=203.0.113.5;proto=https                        | 203.0.113.5
          for=127.0.0.1, For="203.0.113.5:80";by=10.0.0.1    | 203.0.113.5
          for="[2001:db8:2::1]:4711"                         | 2001:db8:2:0:0:0:0:1
          for=203.0.113.5, for=192.0.2.7                     | 203.0.113.5
          for=203.0.113.5, for=_hidden                       | 10.0.0.1
          """)
  void theStandardHeaderSaysTheSame(String header, String client) {
    assertThat(address("Forwarded", header)).isEqualTo(client);
  }

  @Test
  void theHeaderThatTheProxyHandsOnUnseenProvesNothing() {
    assertThat(address("X-Forwarded-For", "203.0.113.5", "Forwarded", "for=198.51.100.77"))
        .isEqualTo(PROXY);
    assertThat(address("X-Forwarded-For", "203.0.113.5", "Forwarded", "for=203.0.113.5"))
        .isEqualTo("203.0.113.5");
  }

  @Test
  void severalLinesOfAHeaderAreOneList() {
    MockHttpServletRequest request = request(PROXY, "X-Forwarded-For", "127.0.0.1");
    request.addHeader("X-Forwarded-For", "203.0.113.5");
    assertThat(forwarding.of(request).orElseThrow().address()).isEqualTo("203.0.113.5");
  }

  @Test
  void theProtocolIsTheOneThatTheNearestProxySaw() {
    assertThat(secure("X-Forwarded-Proto", "https")).isTrue();
    assertThat(secure("X-Forwarded-Proto", "https, http")).isFalse();
    assertThat(secure("Forwarded", "for=203.0.113.5;proto=https")).isTrue();
    assertThat(secure("X-Forwarded-Proto", "http", "Forwarded", "proto=https")).isFalse();
    assertThat(secure("X-Forwarded-For", "203.0.113.5")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0", "10.0.0.1,", "::/129", "*"})
  void whatIsNoNetworkIsRefused(String value) {
    assertThat(Network.isWritten(value)).isFalse();
  }

  private String address(String... headers) {
    return of(PROXY, headers).orElseThrow().address();
  }

  private boolean secure(String... headers) {
    return of(PROXY, headers).orElseThrow().secure();
  }

  private Optional<Forwarding.Origin> of(String peer, String... headers) {
    return forwarding.of(request(peer, headers));
  }

  private static MockHttpServletRequest request(String peer, String... headers) {
    var request = new MockHttpServletRequest("GET", "/");
    request.setRemoteAddr(peer);
    for (int i = 0; i < headers.length; i += 2) request.addHeader(headers[i], headers[i + 1]);
    return request;
  }
}
