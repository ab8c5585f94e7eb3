package amends.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An ordinary mail program's side of SMTP, byte by byte. */
public final class Sender implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;

  public Sender(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    out = socket.getOutputStream();
    reply();
    say("EHLO test");
  }

  /** Sends one mail and returns what the door said at the end. */
  public String send(String from, String to, byte[] mime) throws IOException {
    say("MAIL FROM:<" + from + ">");
    String recipient = say("RCPT TO:<" + to + ">");
    if (!recipient.startsWith("250")) {
      say("RSET");
      return recipient;
    }
    say("DATA");
    write(mime);
    return say("\r\n.");
  }

  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  public String say(String line) throws IOException {
    write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return reply();
  }

  private String reply() throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return line == null ? "" : line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
