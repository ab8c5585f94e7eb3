package amends.customers;

import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.api.ApiJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the file: {@code data.json} for programs, {@code index.html} for people, the files. */
@Component
final class ExportFiles {
  /** What one row of a database carries with ease; what is left out is named in the file. */
  private static final long MOST_BYTES = 200L * 1024 * 1024;

  private final JdbcClient sql;
  private final Card card;
  private final Traced traced;
  private final Redactions redactions;
  private final Texts texts;

  ExportFiles(JdbcClient sql, Card card, Traced traced, Redactions redactions, Texts texts) {
    this.sql = sql;
    this.card = card;
    this.traced = traced;
    this.redactions = redactions;
    this.texts = texts;
  }

  byte[] make(long customer) {
    Traces traces = traced.of(customer);
    Customer whom = card.customer(customer);
    Voice t = texts.voice(whom.locale(), whom.zone());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      Taken taken = new Taken(traces, zip, redactions.of(traces, traced.rooms()));
      for (Holdings room : traced.rooms()) {
        room.tell(traces, taken);
      }
      put(zip, "data.json", ApiJson.bytes(taken.whole()));
      put(
          zip,
          "index.html",
          new ExportPage(t, whom, traces.at())
              .html(taken.tables, taken.files, taken.leftOut)
              .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Taken extends Telling {
    private final ZipOutputStream zip;
    private final Redactions.Redaction redaction;
    private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private long size;

    Taken(Traces traces, ZipOutputStream zip, Redactions.Redaction redaction) {
      super(sql, traces);
      this.zip = zip;
      this.redaction = redaction;
    }

    @Override
    public void rows(String table, List<Map<String, Object>> rows) {
      if (!rows.isEmpty()) {
        tables.put(table, rows.stream().map(redaction::row).toList());
      }
    }

    @Override
    public void file(String name, byte[] content) {
      String clean = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").replace("..", "_");
      String path = "files/" + (files.size() + leftOut.size() + 1) + "-" + clean;
      if (size + content.length > MOST_BYTES) {
        leftOut.add(path);
        return;
      }
      size += content.length;
      put(zip, path, content);
      files.add(path);
    }

    Map<String, Object> whole() {
      Map<String, Object> all = new LinkedHashMap<>(tables);
      all.put("files", files);
      all.put("files_left_out", leftOut);
      return all;
    }
  }
}
