package amends.messages.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Walks the MIME tree token by token, without recursion, and keeps what it met when a bound or a
 * fault ends the walk. Messages inside messages are leaves.
 */
final class Parts {
  private final Budget budget;

  /** How many times a boundary had to be guessed to come here. */
  private final int depth;

  private final Deque<Multipart> open = new ArrayDeque<>();
  private final List<Part> leaves = new ArrayList<>();

  /** Text that stood where parts were announced; no part of the tree. */
  private final List<Part> recovered = new ArrayList<>();

  private Headers outermost = new Headers();
  private Headers current = outermost;
  private boolean headersSeen;
  private int alternatives;
  private boolean bodySeen;

  private Parts(Budget budget, int depth) {
    this.budget = budget;
    this.depth = depth;
  }

  static Parts read(byte[] raw, Budget budget) {
    Parts parts = new Parts(budget, 0);
    parts.walk(raw);
    return parts;
  }

  Headers headers() {
    return outermost;
  }

  List<Part> leaves() {
    return leaves;
  }

  boolean isRecovered(Part part) {
    return recovered.contains(part);
  }

  private void walk(byte[] raw) {
    MimeConfig config =
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(10_000)
            .setMaxHeaderLen(budget.bounds.headerBytes())
            .setMaxContentLen(-1)
            .build();
    MimeTokenStream stream = new MimeTokenStream(config);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    try {
      stream.parse(new ByteArrayInputStream(RawHead.bounded(raw, budget)));
      for (EntityState state = stream.getState();
          state != EntityState.T_END_OF_STREAM && leaves.size() < budget.bounds.parts();
          state = stream.next()) {
        budget.check();
        token(stream, state);
      }
      if (leaves.size() >= budget.bounds.parts()) {
        budget.cut("It has more than " + budget.bounds.parts() + " parts; the rest was left out.");
      }
    } catch (MimeException | IOException e) {
      budget.cut("Its structure is broken (" + Cleaning.cut(reason(e), 200) + ").");
    } catch (Budget.Spent e) {
      budget.cut(String.valueOf(e.getMessage()));
    }
    while (!open.isEmpty()) {
      close();
    }
  }

  private static String reason(Exception e) {
    return Cleaning.line(String.valueOf(e.getMessage()));
  }

  private void token(MimeTokenStream stream, EntityState state) throws IOException {
    switch (state) {
      case T_START_HEADER -> {
        current = headersSeen ? new Headers() : outermost;
        headersSeen = true;
      }
      case T_FIELD -> field(stream.getField());
      case T_END_HEADER ->
          stream.setRecursionMode(
              open.size() >= budget.bounds.depth()
                  ? RecursionMode.M_FLAT
                  : RecursionMode.M_NO_RECURSE);
      case T_START_MULTIPART -> open.push(new Multipart(alternative(), leaves.size()));
      case T_END_MULTIPART -> close();
      case T_PREAMBLE, T_EPILOGUE -> aside(stream.getInputStream());
      case T_BODY -> leaf(stream);
      default -> {}
    }
  }

  private int alternative() {
    String type = Parameters.read(current.first("Content-Type")).value();
    if (type.equals("multipart/alternative")) {
      return ++alternatives;
    }
    return open.isEmpty() ? 0 : open.peek().alternative;
  }

  private void field(Field field) {
    byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
    int colon = 0;
    while (colon < raw.length && raw[colon] != ':') {
      colon++;
    }
    byte[] value = Arrays.copyOfRange(raw, Math.min(colon + 1, raw.length), raw.length);
    current.add(field.getName(), value);
  }

  /** Text around the parts is shown only where there turn out to be no parts at all. */
  private void aside(InputStream bytes) throws IOException {
    Multipart multipart = open.peek();
    if (multipart != null && multipart.leavesBefore == leaves.size()) {
      multipart.aside.writeBytes(bytes.readNBytes(budget.bounds.textChars()));
    }
  }

  private void close() {
    Multipart multipart = open.pop();
    if (multipart.leavesBefore == leaves.size() && multipart.aside.size() > 0) {
      budget.cut("A part of it names a boundary that does not occur.");
      if (unnamed(multipart.aside.toByteArray())) {
        return;
      }
      Part aside =
          new Part(
              new Headers(),
              Parameters.read("text/plain"),
              multipart.aside.toByteArray(),
              0,
              leaves.isEmpty());
      leaves.add(aside);
      recovered.add(aside);
    }
  }

  /** Whether parts were found in it although nothing names their boundary. */
  private boolean unnamed(byte[] body) {
    boolean shallow = depth < 2 && open.size() < budget.bounds.depth();
    byte[] guessed = shallow ? Boundaries.repaired(body) : null;
    if (guessed == null) {
      return false;
    }
    Parts within = new Parts(budget, depth + 1);
    within.walk(guessed);
    leaves.addAll(within.leaves);
    recovered.addAll(within.recovered);
    bodySeen |= within.bodySeen;
    return true;
  }

  private void leaf(MimeTokenStream stream) throws IOException {
    // In a digest the undeclared parts are messages; the parser knows where it is.
    Parameters type =
        current.orEmpty("Content-Type").isEmpty()
            ? Parameters.read(stream.getBodyDescriptor().getMimeType())
            : Parameters.read(current.orEmpty("Content-Type"));
    byte[] bytes = bytes(stream);
    if (type.value().startsWith("multipart/") && !unnamed(bytes)) {
      budget.cut("Its parts are nested too deeply; the inner ones were left together.");
    } else if (type.value().startsWith("multipart/")) {
      return;
    }
    int alternative = open.isEmpty() ? 0 : open.peek().alternative;
    Part part = new Part(current, type, bytes, alternative, !bodySeen);
    bodySeen |= part.body();
    leaves.add(part);
  }

  private byte[] bytes(MimeTokenStream stream) throws IOException {
    InputStream raw = stream.getInputStream();
    InputStream in =
        switch (TransferEncoding.of(current.orEmpty("Content-Transfer-Encoding"))) {
          case BASE64 -> new Base64InputStream(raw, DecodeMonitor.SILENT);
          case QUOTED -> new QuotedPrintableInputStream(raw, DecodeMonitor.SILENT);
          case UU, NONE -> raw;
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 * 1024];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      budget.check();
    }
    boolean uu =
        TransferEncoding.of(current.orEmpty("Content-Transfer-Encoding")) == TransferEncoding.UU;
    return uu ? UuEncoding.decode(out.toByteArray()) : out.toByteArray();
  }

  /** A multipart that is being read. */
  private static final class Multipart {
    final int alternative;
    final int leavesBefore;
    final ByteArrayOutputStream aside = new ByteArrayOutputStream(0);

    Multipart(int alternative, int leavesBefore) {
      this.alternative = alternative;
      this.leavesBefore = leavesBefore;
    }
  }
}
