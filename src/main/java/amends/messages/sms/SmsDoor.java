package amends.messages.sms;

import amends.messages.Callbacks;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.Medium;
import amends.messages.Receipts;
import amends.shared.Actor;
import amends.shared.Settings;
import amends.shared.api.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where providers say what became of a text message, and what somebody wrote. */
@Controller
final class SmsDoor {
  private static final int MOST = 64 * 1024;

  private final Connections connections;
  private final Callbacks callbacks;
  private final Receipts receipts;
  private final SmsReplies replies;
  private final Limits limits;

  SmsDoor(
      Connections connections,
      Callbacks callbacks,
      Receipts receipts,
      SmsReplies replies,
      Limits limits) {
    this.connections = connections;
    this.callbacks = callbacks;
    this.receipts = receipts;
    this.replies = replies;
    this.limits = limits;
  }

  @Component
  record Limits(RateLimits limits, Settings settings) {}

  @PostMapping("/in/sms/{connection}/receipts/{mark}")
  ResponseEntity<String> receipt(
      @PathVariable long connection, @PathVariable String mark, HttpServletRequest request)
      throws IOException {
    OptionalLong delivery = callbacks.delivery(connection, mark);
    Optional<Visit> visit = visit(connection, request);
    if (visit.isEmpty() || delivery.isEmpty()) {
      return refused(request);
    }
    visit
        .get()
        .provider()
        .receipt(visit.get().knock())
        .ifPresent(receipt -> take(delivery.getAsLong(), receipt));
    return taken(visit.get());
  }

  private void take(long delivery, SmsProvider.Receipt receipt) {
    switch (receipt.state()) {
      case "accepted" -> receipts.accepted(delivery, receipt.words(), Actor.SYSTEM);
      case "delivered" -> receipts.delivered(delivery, receipt.words());
      default -> receipts.failed(delivery, receipt.words(), receipt.permanent());
    }
  }

  @PostMapping("/in/sms/{connection}/replies")
  ResponseEntity<String> reply(@PathVariable long connection, HttpServletRequest request)
      throws IOException {
    Optional<Visit> visit = visit(connection, request);
    if (visit.isEmpty()) {
      return refused(request);
    }
    visit
        .get()
        .provider()
        .reply(visit.get().knock())
        .ifPresent(reply -> replies.take(visit.get().connection(), reply));
    return taken(visit.get());
  }

  /** A call that is the provider's. */
  private record Visit(Connection connection, SmsProvider provider, SmsProvider.Knock knock) {}

  /**
   * One that is switched off carries nothing more, and is heard all the same: what it says of texts
   * that it carried, and what people answer to them, comes once and not again.
   */
  private Optional<Visit> visit(long id, HttpServletRequest request) throws IOException {
    Optional<Connection> found = connections.find(id).filter(c -> c.medium() == Medium.SMS);
    byte[] body = request.getInputStream().readNBytes(MOST + 1);
    if (found.isEmpty() || body.length > MOST) {
      return Optional.empty();
    }
    SmsProvider provider = (SmsProvider) connections.provider(found.get().kind());
    SmsProvider.Knock knock =
        new SmsProvider.Knock(
            URI.create(limits.settings().baseUrl() + request.getRequestURI()),
            name -> Objects.requireNonNullElse(request.getHeader(name), ""),
            body,
            Objects.requireNonNullElse(request.getContentType(), ""));
    String secret = connections.secret(id);
    return !secret.isEmpty() && provider.isTheirs(found.get(), secret, knock)
        ? Optional.of(new Visit(found.get(), provider, knock))
        : Optional.empty();
  }

  private static ResponseEntity<String> taken(Visit visit) {
    SmsProvider.Said said = visit.provider().said();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(said.type()))
        .body(said.words());
  }

  private ResponseEntity<String> refused(HttpServletRequest request) {
    boolean tooOften =
        limits.limits().count("in " + request.getRemoteAddr(), RateLimits.WRONG_A_MINUTE).isOver();
    return ResponseEntity.status(tooOften ? 429 : 401).build();
  }
}
