package amends.app.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One sender's connection to a mail door, over which it sends one mail after the other. */
final class SmtpLine implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  SmtpLine(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
    expect("220");
    say("HELO bench.example", "250");
  }

  /** Returns once the door has said 250 to the whole mail. */
  void send(String from, String to, byte[] mail) throws IOException {
    say("MAIL FROM:<" + from + ">", "250");
    say("RCPT TO:<" + to + ">", "250");
    say("DATA", "354");
    out.write(mail);
    say(".", "250");
  }

  private void say(String words, String expected) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    expect(expected);
  }

  private void expect(String code) throws IOException {
    StringBuilder line = new StringBuilder();
    boolean more = true;
    while (more) {
      line.setLength(0);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the door hung up");
        }
        line.append((char) c);
      }
      more = line.length() > 3 && line.charAt(3) == '-';
    }
    if (!line.toString().startsWith(code)) {
      throw new IOException("the door said " + line);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
