package amends.app.commands;

import amends.app.Configuration;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Where a command was typed. */
public record Terminal(
    PrintStream out, PrintStream err, Map<String, String> environment, Path workingDirectory) {

  public static Terminal system() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        Path.of("").toAbsolutePath());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  Configuration configuration() {
    return Configuration.read(environment, workingDirectory);
  }

  void progress(String line) {
    err.println(line);
  }
}
