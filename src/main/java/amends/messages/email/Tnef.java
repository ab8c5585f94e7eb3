package amends.messages.email;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exchange's winmail.dat (MS-OXTNEF): attributes of the message, then of each file. A reader of our
 * own, for the kept libraries bring five megabytes of office formats along.
 */
final class Tnef {
  private static final int SIGNATURE = 0x223E9F78;
  private static final int MOST_FILES = 500;
  private static final int DEEPEST = 3;

  private static final int BODY = 0x0002800C;
  private static final int MESSAGE_PROPERTIES = 0x00069003;
  private static final int NEXT_FILE = 0x00069002;
  private static final int FILE_NAME = 0x00018010;
  private static final int FILE_BYTES = 0x0006800F;
  private static final int FILE_PROPERTIES = 0x00069005;
  private static final int CODE_PAGE = 0x00069007;

  /** A file that came along. */
  record File(@Nullable String name, String type, @Nullable String contentId, byte[] bytes) {}

  private final List<File> files = new ArrayList<>();
  private Charset charset = Charset.forName("windows-1252");
  private @Nullable String text;
  private @Nullable String html;
  private @Nullable FileBeingRead open;

  private static final class FileBeingRead {
    @Nullable String name;
    String type = MediaTypes.UNKNOWN;
    @Nullable String contentId;
    byte @Nullable [] bytes;
  }

  private Tnef() {}

  static boolean is(Part part) {
    String name = part.fileName();
    return part.mimeType().equals("application/ms-tnef")
        || part.mimeType().equals("application/vnd.ms-tnef")
        || "winmail.dat".equalsIgnoreCase(name)
        || "win.dat".equalsIgnoreCase(name);
  }

  /** Null where these bytes are none. */
  static @Nullable Tnef read(byte[] bytes) {
    return read(bytes, 0);
  }

  private static @Nullable Tnef read(byte[] bytes, int depth) {
    LittleEndian in = new LittleEndian(bytes);
    if (depth > DEEPEST || in.left() < 6 || in.int4() != SIGNATURE) {
      return null;
    }
    in.skip(2);
    Tnef tnef = new Tnef();
    while (in.left() > 9 && tnef.files.size() < MOST_FILES) {
      in.skip(1);
      int attribute = in.int4();
      byte[] data = in.bytes(in.int4());
      in.skip(2);
      tnef.attribute(attribute, data, depth);
    }
    tnef.close();
    return tnef;
  }

  @Nullable String text() {
    return text;
  }

  @Nullable String html() {
    return html;
  }

  List<File> files() {
    return files;
  }

  private void attribute(int attribute, byte[] data, int depth) {
    switch (attribute) {
      case CODE_PAGE -> codePage(new LittleEndian(data).int4());
      case BODY -> text = text == null ? string(data) : text;
      case MESSAGE_PROPERTIES -> message(MapiProperties.read(data, charset));
      case NEXT_FILE -> {
        close();
        open = new FileBeingRead();
      }
      case FILE_NAME -> file().name = file().name == null ? string(data) : file().name;
      case FILE_BYTES -> file().bytes = data;
      case FILE_PROPERTIES -> file(MapiProperties.read(data, charset), depth);
      default -> {}
    }
  }

  private void codePage(int page) {
    Charset found = Charsets.find(page == 932 ? "windows-31j" : "cp" + page);
    charset = found == null ? charset : found;
  }

  private void message(MapiProperties properties) {
    String plain = properties.string(MapiProperties.BODY);
    text = plain == null ? text : plain;
    html = properties.html();
    byte[] rtf = properties.bytes(MapiProperties.RTF);
    if (rtf != null && html == null) {
      Rtf document = Rtf.read(CompressedRtf.decompress(rtf));
      html = document.html();
      text = text == null ? document.text() : text;
    }
  }

  private FileBeingRead file() {
    FileBeingRead now = open == null ? new FileBeingRead() : open;
    open = now;
    return now;
  }

  private void file(MapiProperties properties, int depth) {
    FileBeingRead now = file();
    String name = properties.string(MapiProperties.LONG_NAME);
    now.name = name == null ? now.name : name;
    String type = properties.string(MapiProperties.MIME_TYPE);
    now.type = type == null || type.isBlank() ? now.type : type;
    now.contentId = properties.string(MapiProperties.CONTENT_ID);
    byte[] data = properties.bytes(MapiProperties.DATA);
    if (data != null && (now.bytes == null || now.bytes.length == 0)) {
      now.bytes = data;
    }
    // A message within: sixteen bytes that say so, then a winmail.dat of its own.
    byte[] rest =
        data == null || data.length < 22
            ? null
            : java.util.Arrays.copyOfRange(data, 16, data.length);
    Tnef within = rest == null ? null : read(rest, depth + 1);
    if (within != null) {
      now.bytes = String.valueOf(within.text).getBytes(StandardCharsets.UTF_8);
      now.name = (now.name == null ? "message" : now.name) + ".txt";
      now.type = "text/plain";
      files.addAll(within.files);
    }
  }

  private void close() {
    if (open != null && open.bytes != null) {
      files.add(new File(open.name, open.type, open.contentId, open.bytes));
    }
    open = null;
  }

  private String string(byte[] data) {
    int end = data.length;
    while (end > 0 && data[end - 1] == 0) {
      end--;
    }
    return new String(data, 0, end, charset);
  }
}
