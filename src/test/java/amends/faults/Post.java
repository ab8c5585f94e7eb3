package amends.faults;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Hands one mail to a door, and knows how much it may conclude from what it heard. */
final class Post {
  /** What the sender knows afterwards. */
  enum Answer {
    /** 250 after the data: ours no longer. */
    TAKEN,
    /** It never got as far as the data: certainly not stored. */
    NOT_BEGUN,
    /** 4xx after the data. */
    PUT_OFF,
    /** 5xx. */
    REFUSED,
    /** The data was on its way and no answer came. */
    UNKNOWN
  }

  private static final int CONNECT_MILLIS = 2_000;
  private static final int SILENCE_MILLIS = 60_000;

  private Post() {}

  static Answer send(int port, String from, byte[] mail, String... to) {
    boolean begun = false;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      socket.setSoTimeout(SILENCE_MILLIS);
      Talk talk = new Talk(socket);
      if (talk.reply() != 220 || talk.say("EHLO faults") != 250) return Answer.NOT_BEGUN;
      if (talk.say("MAIL FROM:<" + from + ">") != 250) return Answer.NOT_BEGUN;
      for (String recipient : to) {
        if (talk.say("RCPT TO:<" + recipient + ">") != 250) return Answer.NOT_BEGUN;
      }
      if (talk.say("DATA") != 354) return Answer.NOT_BEGUN;
      begun = true;
      return answer(talk.data(mail));
    } catch (IOException e) {
      return begun ? Answer.UNKNOWN : Answer.NOT_BEGUN;
    }
  }

  private static Answer answer(int code) {
    if (code == 250) return Answer.TAKEN;
    if (code >= 500) return Answer.REFUSED;
    // 421 in the middle of closing says nothing about the mail.
    return code >= 400 && code != 421 ? Answer.PUT_OFF : Answer.UNKNOWN;
  }

  /** One conversation. */
  private static final class Talk {
    private final BufferedReader in;
    private final OutputStream out;

    Talk(Socket socket) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      out = socket.getOutputStream();
    }

    int say(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return reply();
    }

    int data(byte[] mail) throws IOException {
      var stuffed = new ByteArrayOutputStream(mail.length + 64);
      // A line ends with both: a dot behind a bare line feed begins none.
      int last = '\r' << 8 | '\n';
      for (byte b : mail) {
        if (last == ('\r' << 8 | '\n') && b == '.') stuffed.write('.');
        stuffed.write(b);
        last = (last << 8 | b & 0xff) & 0xffff;
      }
      stuffed.writeBytes("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(stuffed.toByteArray());
      out.flush();
      return reply();
    }

    int reply() throws IOException {
      String line = in.readLine();
      while (line != null && line.length() > 3 && line.charAt(3) == '-') line = in.readLine();
      if (line == null || line.length() < 3) throw new IOException("hung up");
      try {
        return Integer.parseInt(line.substring(0, 3));
      } catch (NumberFormatException e) {
        throw new IOException("no reply: " + line, e);
      }
    }
  }
}
