package amends.messages;

import amends.shared.net.Wire;
import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands something to a provider over HTTP, and keeps how it is with that provider. */
public final class HttpCarrier {
  private static final Logger log = LoggerFactory.getLogger(HttpCarrier.class);

  private final Wire wire;
  private final Connections connections;

  public HttpCarrier(Wire wire, Connections connections) {
    this.wire = wire;
    this.connections = connections;
  }

  /**
   * @param read what an answer means that is not plain from its status
   */
  public Answer call(long connection, Wire.Request request, Function<Wire.Answer, Answer> read) {
    Answer answer = answered(request, read);
    connections.answered(connection, answer);
    return answer;
  }

  private Answer answered(Wire.Request request, Function<Wire.Answer, Answer> read) {
    try {
      Wire.Answer came = wire.call(request);
      Answer usual = HttpAnswers.usual(came);
      return usual == null ? read.apply(came) : usual;
    } catch (Wire.Unanswered e) {
      log.debug("a provider did not answer", e);
      return new Answer.Unknown(HttpAnswers.words(e));
    } catch (IOException e) {
      log.debug("a provider was not reached", e);
      return new Answer.Later(HttpAnswers.words(e));
    }
  }
}
