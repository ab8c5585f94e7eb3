package amends.app;

import amends.shared.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind proxies that were named, a request has the address and the protocol of its client. The
 * headers stay, so that what a proxy hands on is never taken for a request of this machine.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class TrustedProxies extends OncePerRequestFilter {
  private final Forwarding forwarding;

  TrustedProxies(Settings settings) {
    this.forwarding = new Forwarding(Network.list(settings.trustedProxies()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Forwarding.Origin> origin = forwarding.of(request);
    chain.doFilter(origin.isEmpty() ? request : new Forwarded(request, origin.get()), response);
  }

  private static final class Forwarded extends HttpServletRequestWrapper {
    private final Forwarding.Origin origin;

    Forwarded(HttpServletRequest request, Forwarding.Origin origin) {
      super(request);
      this.origin = origin;
    }

    @Override
    public String getRemoteAddr() {
      return origin.address();
    }

    @Override
    public String getRemoteHost() {
      return origin.address();
    }

    @Override
    public boolean isSecure() {
      return origin.secure();
    }

    @Override
    public String getScheme() {
      return origin.secure() ? "https" : "http";
    }
  }
}
