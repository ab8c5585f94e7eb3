package amends.messages.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * An IMAP server that lets in by XOAUTH2 only: it reads the token, signs in to the server behind it
 * with the password, and passes everything on from then on.
 */
final class XoauthGate implements AutoCloseable {
  private final ServerSocket server;
  private final int behind;
  private final String login;
  private final Predicate<String> good;
  final List<String> tried = new CopyOnWriteArrayList<>();

  XoauthGate(int behind, String login, Predicate<String> good) {
    this.behind = behind;
    this.login = login;
    this.good = good;
    try {
      server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException e) {
      tried.add("closed");
    }
  }

  private void talk(Socket socket) {
    try (socket;
        Socket back = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      say(socket, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready");
      while (true) {
        String[] line = line(socket.getInputStream()).split(" ", 4);
        String verb = line[1].toUpperCase(Locale.ROOT);
        if (verb.equals("CAPABILITY")) {
          say(socket, "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2");
          say(socket, line[0] + " OK done");
        } else if (verb.equals("AUTHENTICATE")) {
          String word = new String(Base64.getDecoder().decode(line[3]), StandardCharsets.UTF_8);
          tried.add(word);
          if (word.startsWith("user=") && good.test(word.replaceAll("(?s).*Bearer |\u0001", ""))) {
            enter(socket, back, line[0]);
            return;
          }
          say(socket, line[0] + " NO AUTHENTICATE failed");
        } else {
          say(socket, line[0] + " BAD sign in first");
        }
      }
    } catch (IOException e) {
      tried.add("hung up");
    }
  }

  private void enter(Socket front, Socket back, String tag) throws IOException {
    line(back.getInputStream());
    say(back, "gate LOGIN " + login);
    while (!line(back.getInputStream()).startsWith("gate OK")) {
      // What comes before the answer.
    }
    say(front, tag + " OK welcome");
    Thread up = Thread.ofVirtual().start(() -> pipe(front, back));
    pipe(back, front);
    up.interrupt();
  }

  private static void pipe(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has hung up.
    }
  }

  private static void say(Socket to, String words) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("over");
      }
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.US_ASCII).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
