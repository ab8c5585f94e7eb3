package amends.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Mails to try: the files of a directory, or hostile words put into every field. */
final class Samples {
  private Samples() {}

  /** A mail and what to call it when it makes trouble. */
  record Sample(String name, byte[] mail) {}

  /** Every file of {@code -Dfaults.mail}; the mails of the tests when it is not given. */
  static List<Sample> mails() {
    String given = System.getProperty("faults.mail", "src/test/resources/amends/messages/email");
    return files(Path.of(given)).stream()
        .map(file -> new Sample(file.toString(), bytes(file)))
        .toList();
  }

  /** One mail for each line below {@code -Dfaults.words}; a few when it is not given. */
  static List<Sample> words() {
    String given = System.getProperty("faults.words", "");
    List<String> lines = new ArrayList<>(FEW);
    if (!given.isEmpty()) files(Path.of(given)).forEach(file -> lines.addAll(lines(file)));
    List<Sample> samples = new ArrayList<>();
    for (String line : lines) samples.add(hostile(samples.size() + 1, line));
    return samples;
  }

  private static final List<String> FEW =
      List.of(
          "",
          "\u0000",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "'; drop table amends_case; --",
          "${7*7}{{7*7}}#{7*7}",
          "../../../../etc/passwd",
          "\u202egnp.exe",
          "\u200b.htaccess",
          "\r\nBcc: everybody@elsewhere.example",
          "\ud83d\udca9\u0301\u0301\u0301",
          "=cmd|' /c calc'!a1");

  private static List<String> lines(Path file) {
    String text = new String(bytes(file), StandardCharsets.UTF_8);
    if (!file.toString().endsWith(".json")) return text.lines().toList();
    return List.of(JsonMapper.builder().build().readValue(text, String[].class));
  }

  /**
   * The words as subject, sender's name, body and file name: raw, and encoded as they should be.
   */
  private static Sample hostile(int number, String words) {
    String line = words.replaceAll("[\r\n]+", " ");
    boolean raw = number % 2 == 0;
    String word = raw ? line : "=?utf-8?B?" + base64(words) + "?=";
    String mail =
        """
        From: "%1$s" <h%2$d@customer.example>
        To: help@amends.localhost
        Subject: %1$s
        Message-ID: <h%2$d@words.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=part

        --part
        Content-Type: text/html; charset=utf-8

        <p>%3$s</p>
        --part
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="%1$s"

        %3$s
        --part--
        """
            .formatted(word, number, words)
            .replaceAll("\r?\n", "\r\n");
    return new Sample("words " + number, mail.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
