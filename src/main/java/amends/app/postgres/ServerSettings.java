package amends.app.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings on the server's command line: they win over {@code ALTER SYSTEM} and files. */
final class ServerSettings {
  private ServerSettings() {}

  static List<String> arguments(Options options, int port) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("shared_buffers", "256MB");
    all.put("work_mem", "16MB");
    all.put("max_wal_size", "4GB");
    all.put("max_connections", "60");
    all.put("jit", "off");
    all.put("timezone", "UTC");
    all.put("log_timezone", "UTC");
    // Statements and row contents in the log would be personal data.
    all.put("log_error_verbosity", "terse");
    all.put("log_min_error_statement", "panic");
    all.put("log_parameter_max_length_on_error", "0");
    all.putAll(options.settings());
    String durable = options.durable() ? "on" : "off";
    all.put("fsync", durable);
    all.put("full_page_writes", durable);
    all.put("synchronous_commit", durable);
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("port", Integer.toString(port));
    List<String> line = new ArrayList<>();
    all.forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
    return line;
  }
}
