package amends.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server that answers as a test wants it to, for each recipient and mail. */
public final class FakeRelay implements AutoCloseable {
  /** How it treats one mail. */
  public enum Mood {
    TAKE,
    REFUSE_RECIPIENT,
    PUT_OFF_RECIPIENT,
    PUT_OFF_DATA,
    /** Keeps the mail and hangs up without a word. */
    TAKE_AND_DROP,
    /** Keeps the mail and never says so. */
    TAKE_AND_HANG
  }

  /** What it has taken. */
  public record Got(String mailFrom, String to, byte[] raw) {
    public String text() {
      return new String(raw, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      String head = text().split("\r\n\r\n", 2)[0];
      return head.replaceAll("\r\n[ \t]", " ")
          .lines()
          .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final ServerSocket server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Function<String, Mood> mood = recipient -> Mood.TAKE;

  public FakeRelay() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public List<Got> got() {
    return List.copyOf(got);
  }

  public void mood(Mood next) {
    mood = recipient -> next;
  }

  public void moodFor(Function<String, Mood> byRecipient) {
    mood = byRecipient;
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      say(out, "220 fake");
      String from = "";
      String to = "";
      for (String line = line(in); line != null; line = line(in)) {
        String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
        switch (verb) {
          case "MAIL" -> {
            from = address(line);
            say(out, "250 ok");
          }
          case "RCPT" -> {
            to = address(line);
            say(
                out,
                switch (mood.apply(to)) {
                  case REFUSE_RECIPIENT -> "550 5.1.1 no such person";
                  case PUT_OFF_RECIPIENT -> "451 4.2.1 come back later";
                  default -> "250 ok";
                });
          }
          case "DATA" -> {
            say(out, "354 go on");
            byte[] raw = data(in);
            switch (mood.apply(to)) {
              case PUT_OFF_DATA -> say(out, "451 4.3.0 not now");
              case TAKE_AND_DROP -> {
                got.add(new Got(from, to, raw));
                return;
              }
              case TAKE_AND_HANG -> got.add(new Got(from, to, raw));
              default -> {
                got.add(new Got(from, to, raw));
                say(out, "250 2.0.0 queued as " + got.size());
              }
            }
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // The other side hung up.
    } finally {
      open.remove(socket);
    }
  }

  private static String address(String line) {
    return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** A mail that breaks off before its end has not arrived: RFC 5321, 4.1.1.4. */
  private static byte[] data(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String line = line(in); !".".equals(line); line = line(in)) {
      if (line == null) {
        throw new EOFException("hung up in the middle of a mail");
      }
      String plain = line.startsWith("..") ? line.substring(1) : line;
      bytes.writeBytes((plain + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
