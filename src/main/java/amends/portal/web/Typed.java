package amends.portal.web;

import amends.messages.Slip;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What was typed into a form that strangers see. */
final class Typed {
  /** Never put back into a page. */
  private static final Set<String> NOT_KEPT =
      Set.of("seal", "code", "choice_code", "stop_code", "_csrf");

  private Typed() {}

  /** The form as it came, with the sentence beside its field; of no field of it, for all of it. */
  static Form refused(Map<String, String> typed, Voice t, Refusal refusal, Set<String> fields) {
    String field = fields.contains(refusal.field()) ? refusal.field() : "";
    return Form.of(kept(typed)).refused(field, t.say(refusal));
  }

  static Map<String, String> kept(Map<String, String> typed) {
    return typed.entrySet().stream()
        .filter(e -> !NOT_KEPT.contains(e.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * The number that a form holds for what was chosen.
   *
   * @throws Refusal {@code unless} there is one
   */
  static long number(Map<String, String> typed, String name, Refusal unless) {
    String number = typed.getOrDefault(name, "");
    if (!number.matches("\\d{1,18}")) {
      throw unless;
    }
    return Long.parseLong(number);
  }

  /**
   * @throws Refusal of the field {@code files} when one could not be received
   */
  static List<Slip.File> files(@Nullable List<MultipartFile> sent) {
    Stream<MultipartFile> chosen = sent == null ? Stream.of() : sent.stream();
    return chosen.filter(f -> !f.isEmpty()).map(Typed::file).toList();
  }

  private static Slip.File file(MultipartFile sent) {
    try {
      String name = sent.getOriginalFilename();
      String type = sent.getContentType();
      return new Slip.File(
          name == null || name.isBlank() ? "file" : name,
          type == null ? "" : type,
          sent.getBytes());
    } catch (IOException e) {
      throw new Refusal("files", "portal.refusal.files");
    }
  }
}
