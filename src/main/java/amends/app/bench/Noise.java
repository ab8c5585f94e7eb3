package amends.app.bench;

import amends.app.Trouble;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/**
 * How quiet the machine is: absolute times count only while the 99th percentile of a request that
 * does nothing is at most 5 ms.
 *
 * @param p99 in milliseconds
 */
public record Noise(double p99) {
  private static final int WARM_UP = 200;
  private static final int REQUESTS = 500;
  static final double MOST = 5;

  public boolean isTooMuch() {
    return p99 > MOST;
  }

  /** Takes about a second. */
  public static Noise listen() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      try (HttpClient client = HttpClient.newHttpClient()) {
        return measured(client, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
      } finally {
        server.stop(0);
      }
    } catch (IOException e) {
      throw Trouble.couldNotRun("A no-op request cannot be measured (" + e.getMessage() + ").");
    }
  }

  private static Noise measured(HttpClient client, URI address) throws IOException {
    long[] nanos = new long[REQUESTS];
    HttpRequest request = HttpRequest.newBuilder(address).build();
    try {
      for (int i = -WARM_UP; i < REQUESTS; i++) {
        long began = System.nanoTime();
        client.send(request, HttpResponse.BodyHandlers.discarding());
        if (i >= 0) nanos[i] = System.nanoTime() - began;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Arrays.sort(nanos);
    return new Noise(nanos[REQUESTS * 99 / 100] / 1e6);
  }
}
