package amends.customers;

import amends.shared.Texts.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** What is in the file, to be read in any browser, without a connection. */
final class ExportPage {
  private final Voice t;
  private final Customer whom;
  private final Instant at;

  ExportPage(Voice t, Customer whom, Instant at) {
    this.t = t;
    this.whom = whom;
    this.at = at;
  }

  String html(
      Map<String, List<Map<String, Object>>> tables, List<String> files, List<String> leftOut) {
    StringBuilder page = new StringBuilder("<!doctype html><html lang=\"");
    String title = escaped(t.say("customers.export.title", whom.name()));
    page.append(t.locale().toLanguageTag())
        .append(
            "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>")
        .append(title)
        .append("</title><body><h1>")
        .append(title)
        .append("</h1><p>")
        .append(escaped(t.say("customers.export.says", t.moment(at))))
        .append("</p>");
    tables.forEach((table, rows) -> part(page, table, rows));
    links(page, t.say("customers.export.files"), files, true);
    links(page, t.say("customers.export.left"), leftOut, false);
    return page.append("</body></html>").toString();
  }

  private void part(StringBuilder page, String table, List<Map<String, Object>> rows) {
    String key = "customers.export.table." + table;
    page.append("<h2>").append(escaped(t.knows(key) ? t.say(key) : table)).append("</h2>");
    for (Map<String, Object> row : rows) {
      page.append("<dl>");
      row.forEach((column, value) ->
          page.append("<dt>")
              .append(escaped(column.replace('_', ' ')))
              .append("</dt><dd><pre>")
              .append(escaped(String.valueOf(value)))
              .append("</pre></dd>"));
      page.append("</dl><hr>");
    }
  }

  private static void links(StringBuilder page, String words, List<String> files, boolean here) {
    if (files.isEmpty()) {
      return;
    }
    page.append("<h2>").append(escaped(words)).append("</h2><ul>");
    for (String file : files) {
      String name = escaped(file);
      page.append("<li>")
          .append(here ? "<a href=\"" + name + "\">" + name + "</a>" : name)
          .append("</li>");
    }
    page.append("</ul>");
  }

  private static String escaped(String words) {
    return HtmlUtils.htmlEscape(words, "UTF-8");
  }
}
