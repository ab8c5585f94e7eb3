package amends.app.hooks;

import amends.messages.HttpAnswers;
import amends.shared.Tokens;
import amends.shared.net.Signature;
import amends.shared.net.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Calls a receiver once, signed like any other call, with nothing in it but that it is a test. */
@Component
public final class HookPing {
  private final Hooks hooks;
  private final Wire wire;
  private final InstantSource clock;
  private final Tokens tokens;

  HookPing(Hooks hooks, @Qualifier("providerWire") Wire wire, InstantSource clock, Tokens tokens) {
    this.hooks = hooks;
    this.wire = wire;
    this.clock = clock;
    this.tokens = tokens;
  }

  /**
   * @return what went wrong, in words; empty when it took the call
   */
  public String ping(long id) {
    Hook hook = hooks.get(id);
    List<byte[]> keys = hooks.keys(id);
    if (keys.isEmpty()) {
      return "this web hook has no secret yet; make one";
    }
    String event = "ping_" + tokens.next();
    long seconds = clock.instant().getEpochSecond();
    byte[] body =
        ("{\"type\":\"ping\",\"timestamp\":\"" + clock.instant() + "\",\"data\":{}}")
            .getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of(
            "webhook-id", event,
            "webhook-timestamp", String.valueOf(seconds),
            "webhook-signature", Signature.header(keys, event, seconds, body));
    try {
      Wire.Answer answer = wire.post(URI.create(hook.url()), headers, body);
      return answer.isGood() ? "" : "it answered " + answer.status();
    } catch (IOException e) {
      return HttpAnswers.words(e);
    }
  }
}
