package amends.app;

import java.util.Locale;

/**
 * One setting: a variable of the environment, and the same as a key of {@code amends.properties}.
 *
 * @param standard the value when nothing is set; empty for none
 * @param words one sentence for the list of settings
 */
record Setting(String name, Kind kind, String standard, String words) {

  /** {@code AMENDS_HTTP_PORT} is {@code http.port} in the file. */
  String key() {
    return name.substring("AMENDS_".length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }

  void check(String value) {
    if (value.isEmpty() || kind.accepts(value)) return;
    String shown = kind.secret() ? "a value that is not shown here" : "\"" + value + "\"";
    throw Trouble.usedWrongly(
        name + " is set to " + shown + ", which is wrong; " + kind.mend() + ".");
  }
}
