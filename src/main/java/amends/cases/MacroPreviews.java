package amends.cases;

import amends.customers.Customer;
import amends.messages.Medium;
import amends.messages.Outlet;
import amends.messages.Outlooks;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Kept words as a customer would get them, over each channel, with made-up values. */
@Component
public final class MacroPreviews {
  private static final List<Medium> MEDIA =
      List.of(
          Medium.EMAIL,
          Medium.SMS,
          Medium.LETTER,
          Medium.NOTE,
          Medium.PHONE,
          Medium.CHAT,
          Medium.SOCIAL);
  private static final Duration AHEAD = Duration.ofHours(26);

  private final Macros macros;
  private final Letters letters;
  private final Outlooks outlooks;
  private final Staff staff;
  private final Texts texts;

  MacroPreviews(Macros macros, Letters letters, Outlooks outlooks, Staff staff, Texts texts) {
    this.macros = macros;
    this.letters = letters;
    this.outlooks = outlooks;
    this.staff = staff;
    this.texts = texts;
  }

  /**
   * One way in one language.
   *
   * @param measure how long it is, where that matters
   */
  public record Shown(
      String language, Medium medium, String body, Outlet.@Nullable Measure measure) {}

  public List<Shown> of(long id, Viewer viewer, Instant now) {
    List<Shown> all = new ArrayList<>();
    new TreeMap<>(macros.get(id).words())
        .forEach((language, said) -> {
          for (Medium medium : MEDIA) {
            String body = body(said, language, medium, viewer, now.plus(AHEAD));
            all.add(new Shown(language, medium, body, outlooks.measure(medium, body).orElse(null)));
          }
        });
    return all;
  }

  private String body(
      Macro.Said said, String language, Medium medium, Viewer viewer, Instant dueAt) {
    Brand brand = staff.defaultBrand().orElseThrow();
    Locale locale =
        brand.locale().getLanguage().equals(language) ? brand.locale() : Locale.of(language);
    Customer customer = somebody(locale, brand.zone());
    Voice t = texts.voice(locale, brand.zone());
    Map<String, String> values =
        Map.of(
            "first_name", t.say("cases.blank.example.first-name"),
            "case_number", "1042",
            "brand", brand.name(),
            "me", viewer.name(),
            "next_moment", letters.moment(customer, dueAt));
    Map<Blank, String> given = new HashMap<>();
    for (Blank blank : Blank.in(said.words() + said.next())) {
      given.put(blank, example(blank, t, customer, dueAt));
    }
    String words = Blank.fill(Variables.fill(said.words(), values), given);
    String next = Blank.fill(Variables.fill(said.next(), values), given);
    return letters.reply(
        words,
        medium,
        new Letters.Hands(customer, brand, viewer.name()),
        next.isBlank() ? null : next,
        next.isBlank() ? null : dueAt);
  }

  private static Customer somebody(Locale locale, ZoneId zone) {
    return new Customer(
        0, Customer.Kind.PERSON, "", locale, zone, null, null, null, null, Instant.EPOCH);
  }

  private String example(Blank blank, Voice t, Customer customer, Instant at) {
    return switch (blank.kind()) {
      case MOMENT -> letters.moment(customer, at);
      case NAME, MONEY, NUMBER, LINK, LIST ->
          blank.told(t.say("cases.blank.example." + blank.kind().code()), customer.locale());
    };
  }
}
