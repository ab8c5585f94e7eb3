package amends.app.imports;

import amends.app.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Streams the rows of a list: UTF-8, the names of the columns in its first line. */
final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final Set<String> needed;

  /**
   * @param needed columns that must be there
   */
  CsvFile(Set<String> needed) {
    this.needed = needed;
  }

  /**
   * @throws Trouble when it cannot be read, a needed column is missing, or it is not UTF-8
   */
  void each(Path file, Consumer<Found> to) {
    // A reader made of a decoder refuses bytes that are no UTF-8, where others would replace them.
    try (Reader reader =
            new BufferedReader(
                new InputStreamReader(
                    Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
        CSVParser rows = format(reader).parse(reader)) {
      demand(file, new TreeSet<>(rows.getHeaderMap().keySet()));
      for (CSVRecord row : rows) {
        to.accept(new Found(file, row.getRecordNumber(), "", fields(row)));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw trouble(file, e);
    }
  }

  private static CSVFormat format(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreEmptyLines(true)
        .setIgnoreHeaderCase(true)
        .setTrim(true)
        .get();
  }

  private void demand(Path file, Set<String> there) {
    Set<String> missing = new TreeSet<>(needed);
    missing.removeAll(there.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    if (!missing.isEmpty()) {
      throw Trouble.couldNotRun(
          "%s has no column %s; its first line must name the columns, separated by commas (it names %s)."
              .formatted(file, String.join(", ", missing), String.join(", ", there)));
    }
  }

  private static ObjectNode fields(CSVRecord row) {
    ObjectNode fields = JsonMapper.shared().createObjectNode();
    row.toMap().forEach((name, value) -> fields.put(name.toLowerCase(Locale.ROOT), value));
    return fields;
  }

  private static Trouble trouble(Path file, Exception e) {
    Throwable why = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    if (why instanceof CharacterCodingException) {
      return Trouble.couldNotRun("%s is not UTF-8; save it as CSV in UTF-8.".formatted(file));
    }
    if (why instanceof CSVException || why instanceof IllegalArgumentException) {
      return Trouble.couldNotRun("%s is no CSV (%s).".formatted(file, why.getMessage()));
    }
    return Trouble.couldNotRun("%s cannot be read (%s).".formatted(file, why.getMessage()));
  }
}
