package amends.shared.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * One request over a connection of its own, to an address that was looked at before. It follows
 * nothing, reads little, and is over after a bounded time however slowly the other side drips.
 */
public final class Wire implements AutoCloseable {
  public static final int MOST_READ = 64 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Http1Config BOUNDS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8192).build();

  private final Hosts hosts;
  private final Duration longest;
  private final Supplier<SSLSocketFactory> tls;
  private final int mostRead;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("wire watch").factory());

  /** Trusts whom this machine trusts; its list is read by the first call, not at the start. */
  public Wire(Hosts hosts, Duration longest) {
    this(hosts, longest, MOST_READ);
  }

  /**
   * The same.
   *
   * @param mostRead how many bytes of an answer are read
   */
  public Wire(Hosts hosts, Duration longest, int mostRead) {
    this(hosts, longest, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), mostRead);
  }

  public Wire(Hosts hosts, Duration longest, SSLSocketFactory tls) {
    this(hosts, longest, () -> tls, MOST_READ);
  }

  private Wire(Hosts hosts, Duration longest, Supplier<SSLSocketFactory> tls, int mostRead) {
    this.mostRead = mostRead;
    this.hosts = hosts;
    this.longest = longest;
    this.tls = tls;
  }

  /** What is asked. */
  public record Request(
      String method, URI url, Map<String, String> headers, String type, byte[] body) {
    public static Request json(URI url, Map<String, String> headers, byte[] body) {
      return new Request("POST", url, headers, "application/json", body);
    }

    public static Request get(URI url, Map<String, String> headers) {
      return new Request("GET", url, headers, "", new byte[0]);
    }
  }

  /**
   * What the other side said.
   *
   * @param headers by their names in lower case
   */
  public record Answer(int status, Map<String, String> headers, String body) {
    public boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  /** The request had begun to leave, and nothing came back: it may have been done all the same. */
  public static final class Unanswered extends IOException {
    private static final long serialVersionUID = 1L;

    Unanswered(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * @throws Unanswered when nobody knows whether it was done
   * @throws Hosts.Closed when it must not be called
   * @throws IOException when it was not done
   */
  public Answer call(Request request) throws IOException {
    AtomicBoolean leaving = new AtomicBoolean();
    try {
      return call(request, leaving);
    } catch (IOException e) {
      if (leaving.get()) {
        throw new Unanswered(e);
      }
      throw e;
    }
  }

  /**
   * @throws Hosts.Closed when it must not be called
   * @throws IOException when nothing came back, or not in time
   */
  public Answer post(URI url, Map<String, String> headers, byte[] body) throws IOException {
    return call(Request.json(url, headers, body), new AtomicBoolean());
  }

  private Answer call(Request asked, AtomicBoolean leaving) throws IOException {
    URI url = asked.url();
    if (!hosts.isWeb(url)) {
      throw new Hosts.Closed("only https is called, but for hosts in AMENDS_HOOK_HOSTS");
    }
    List<InetAddress> addresses = hosts.addresses(url.getHost());
    Socket plain = new Socket();
    // Said before it is closed: whoever reads from it goes on at once.
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> end =
        watch.schedule(
            () -> {
              late.set(true);
              close(plain);
            },
            longest.toMillis(),
            TimeUnit.MILLISECONDS);
    try (plain) {
      plain.connect(
          new InetSocketAddress(addresses.getFirst(), port(url)),
          Math.toIntExact(Math.min(CONNECT.toMillis(), longest.toMillis())));
      plain.setSoTimeout(Math.toIntExact(longest.toMillis()));
      return exchange(asked, plain, leaving);
    } catch (HttpException e) {
      throw new IOException("what came back is not HTTP", e);
    } catch (IOException e) {
      if (late.get()) {
        throw new SocketTimeoutException("it took too long");
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  private Answer exchange(Request asked, Socket plain, AtomicBoolean leaving)
      throws IOException, HttpException {
    URI url = asked.url();
    try (var connection = new DefaultBHttpClientConnection(BOUNDS)) {
      if (isHttps(url)) {
        connection.bind(secured(plain, url), plain);
      } else {
        connection.bind(plain);
      }
      leaving.set(true);
      // Not closed by itself: that would read the rest, however much it is.
      ClassicHttpResponse response =
          new HttpRequestExecutor().execute(written(asked), connection, HttpCoreContext.create());
      return new Answer(response.getCode(), headers(response), read(response.getEntity()));
    }
  }

  private static BasicClassicHttpRequest written(Request asked) {
    URI url = asked.url();
    var request = new BasicClassicHttpRequest(asked.method(), path(url));
    request.setHeader("Host", authority(url));
    request.setHeader("User-Agent", "Amends");
    request.setHeader("Connection", "close");
    asked.headers().forEach(request::setHeader);
    if (!asked.type().isEmpty()) {
      request.setHeader("Content-Type", asked.type());
      request.setHeader("Content-Length", asked.body().length);
      request.setEntity(new ByteArrayEntity(asked.body(), ContentType.parse(asked.type())));
    }
    return request;
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return Map.copyOf(headers);
  }

  private SSLSocket secured(Socket plain, URI url) throws IOException {
    SSLSocket socket = (SSLSocket) tls.get().createSocket(plain, url.getHost(), port(url), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** An answer that breaks off has still told its status. */
  private String read(@Nullable HttpEntity entity) {
    if (entity == null) {
      return "";
    }
    try {
      InputStream in = entity.getContent();
      return new String(in.readNBytes(mostRead), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }

  private static boolean isHttps(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : isHttps(url) ? 443 : 80;
  }

  private static String authority(URI url) {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  private static String path(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
