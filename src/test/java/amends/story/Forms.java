package amends.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a form sends when nobody changes anything in it, as a browser without scripts reads it. */
final class Forms {
  private static final List<String> NEVER_SENT =
      List.of("submit", "button", "reset", "image", "file");

  private Forms() {}

  /** The fields of the form that leads there; of the page's own form when none is told to. */
  static Optional<Map<String, String>> of(String page, String action) {
    Document read = Jsoup.parse(page);
    return read.select("form").stream()
        .filter(form -> form.attr("action").equals(action))
        .findFirst()
        .or(() -> Optional.ofNullable(read.selectFirst("form.paper:not([action])")))
        .map(Forms::fields);
  }

  private static Map<String, String> fields(Element form) {
    Map<String, String> fields = new HashMap<>();
    for (Element field : form.select("input[name], select[name], textarea[name]")) {
      if (!field.hasAttr("disabled") && field.closest("fieldset[disabled]") == null) {
        value(field).ifPresent(value -> fields.put(field.attr("name"), value));
      }
    }
    return fields;
  }

  private static Optional<String> value(Element field) {
    if (field.normalName().equals("select")) {
      return chosen(field);
    }
    return switch (field.attr("type")) {
      case "checkbox", "radio" ->
          field.hasAttr("checked")
              ? Optional.of(field.hasAttr("value") ? field.val() : "on")
              : Optional.empty();
      case String type when NEVER_SENT.contains(type) -> Optional.empty();
      default -> Optional.of(field.val());
    };
  }

  private static Optional<String> chosen(Element select) {
    List<Element> chosen = select.select("option[selected]");
    if (chosen.isEmpty() && !select.hasAttr("multiple")) {
      chosen = select.select("option:not([disabled])").stream().limit(1).toList();
    }
    return chosen.isEmpty() ? Optional.empty() : Optional.of(sent(chosen.getLast()));
  }

  private static String sent(Element option) {
    return option.hasAttr("value") ? option.attr("value") : option.text();
  }
}
