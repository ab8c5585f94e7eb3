package amends.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A provider on this machine, over real HTTP, with the faults that providers have. */
public abstract class FakeHttp implements AutoCloseable {
  /** What is wrong with it just now. */
  public enum Mood {
    WELL,
    /** 429 with Retry-After. */
    BUSY,
    /** 503. */
    AWAY,
    /** Does it, and then answers 500. */
    BREAKS,
    /** Does it, and closes the connection. */
    DROPS,
    /** Takes the request, does nothing, and closes the connection. */
    SHUTS,
    /** Takes the request and never answers. */
    HANGS,
    /** Does not know us. */
    STRANGER
  }

  /**
   * What came.
   *
   * @param headers by their names in lower case
   */
  public record Call(String method, String path, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** What is answered. */
  public record Said(int status, String type, String body, Map<String, String> headers) {
    public Said(int status, String type, String body) {
      this(status, type, body, Map.of());
    }

    public static Said json(int status, String body) {
      return new Said(status, "application/json", body);
    }

    public Said with(Map<String, String> more) {
      return new Said(status, type, body, more);
    }
  }

  private final HttpServer server;
  private final CountDownLatch closing = new CountDownLatch(1);
  public final List<Call> calls = new CopyOnWriteArrayList<>();
  public volatile Mood mood = Mood.WELL;

  protected FakeHttp() {
    this("127.0.0.1");
  }

  /**
   * @param address a loopback address of its own
   */
  protected FakeHttp(String address) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  public String url() {
    return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new java.util.HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((n, v) -> headers.put(n.toLowerCase(java.util.Locale.ROOT), v.getFirst()));
      Call call =
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      calls.add(call);
      answer(exchange, call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, Call call) throws IOException, InterruptedException {
    switch (moodFor(call)) {
      case WELL -> say(exchange, does(call));
      case BUSY -> {
        exchange.getResponseHeaders().set("Retry-After", "120");
        say(exchange, Said.json(429, "{\"code\":20429}"));
      }
      case AWAY -> say(exchange, Said.json(503, "{}"));
      case BREAKS -> {
        does(call);
        say(exchange, Said.json(500, "{}"));
      }
      case DROPS -> does(call);
      case SHUTS -> {}
      case HANGS -> closing.await();
      case STRANGER -> say(exchange, Said.json(401, "{\"code\":20003}"));
    }
  }

  private static void say(HttpExchange exchange, Said said) throws IOException {
    byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", said.type());
    said.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(said.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  /** How it is with this call; the same with all, unless somebody says otherwise. */
  protected Mood moodFor(Call call) {
    return mood;
  }

  /** What it does when it is well. */
  protected abstract Said does(Call call);

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
