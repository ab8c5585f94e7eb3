package amends.cases;

import amends.customers.Customer;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.time.ByWhen;
import amends.time.Calendars;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Words kept for writing again. Used, they fill a form that a colleague reads, changes and sends:
 * nothing happens by a macro alone. Leads keep them.
 */
@Component
public final class Macros {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST = 20_000;

  private final Access access;
  private final MacroRows rows;
  private final Staff staff;
  private final Texts texts;
  private final Letters letters;
  private final Calendars calendars;

  Macros(Access access, MacroRows rows, Staff staff, Told told, Calendars calendars) {
    this.access = access;
    this.rows = rows;
    this.staff = staff;
    this.texts = told.texts();
    this.letters = told.letters();
    this.calendars = calendars;
  }

  /** How things are told. */
  @Component
  record Told(Texts texts, Letters letters) {}

  /**
   * One to choose.
   *
   * @param teamId the team that it is kept for; null for everybody
   */
  public record Named(long id, String name, @Nullable Long teamId) {}

  /** All that have not ended, by name. */
  public List<Macro> all() {
    return rows.all(access.now());
  }

  /** Those for a case: everybody's, its team's, and those of the viewer's teams. */
  public List<Named> named(Case matter, Viewer viewer) {
    return rows.names().stream().filter(m -> fits(m.teamId(), matter, viewer)).toList();
  }

  private List<Macro> of(Case matter, Viewer viewer) {
    return all().stream().filter(m -> fits(m.teamId(), matter, viewer)).toList();
  }

  private static boolean fits(@Nullable Long team, Case matter, Viewer viewer) {
    return team == null || team == matter.teamId() || viewer.teams().contains(team);
  }

  /**
   * @throws NotFound when there is none, or it has ended
   */
  public Macro get(long id) {
    return all().stream()
        .filter(m -> m.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("macro", id)));
  }

  /**
   * The fields of a form with a macro put into them: its words follow what was typed, in the
   * customer's language, else the brand's; its other fields fill only what is empty. Counts the
   * use.
   *
   * @param typed read in the viewer's language
   */
  public Map<String, String> insert(
      long id, Case matter, Customer customer, Map<String, String> typed, Viewer viewer) {
    Macro macro =
        of(matter, viewer).stream()
            .filter(m -> m.id() == id)
            .findFirst()
            .orElseThrow(() -> new Refusal("macro", "cases.refusal.macro-none"));
    Map<String, String> fields = new HashMap<>(typed);
    Macro.Then then = macro.then();
    boolean nothing = typed.getOrDefault("nothing_more", "").equals("yes");
    if (!nothing) {
      fill(fields, "by", then.by());
    }
    Macro.Said said = said(macro, matter, customer);
    if ((said.words() + said.next()).contains("{next_moment}")) {
      fields.computeIfPresent("by", (name, by) -> fixed(by, viewer));
    }
    Map<String, String> values = values(matter, customer, fields.getOrDefault("by", ""), viewer);
    Macro.Said filled = filled(said, customer, fields, viewer);
    fields.merge("text", Variables.fill(filled.words(), values), Macros::below);
    if (!nothing) {
      fill(fields, "next", Variables.fill(filled.next(), values));
    }
    fields.put("also_tags", both(fields.getOrDefault("also_tags", ""), then.tags()));
    fill(fields, "also_owner", then.owner());
    fill(fields, "also_whom", then.waitWhom());
    fill(fields, "also_words", then.waitWords());
    fill(fields, "also_look", then.waitLook());
    access.acts().run(() -> rows.used(id, access.now()));
    return fields;
  }

  /** What a macro asks for in the language of a customer. */
  public List<Blank> blanks(long id, Case matter, Customer customer, Viewer viewer) {
    return of(matter, viewer).stream()
        .filter(m -> m.id() == id)
        .map(m -> said(m, matter, customer))
        .flatMap(said -> Blank.in(said.words() + said.next()).stream())
        .toList();
  }

  /**
   * @throws Refusal of the field {@code macro} when something is not filled in, or of what is not
   *     as it should be
   */
  private Macro.Said filled(
      Macro.Said said, Customer customer, Map<String, String> typed, Viewer viewer) {
    Map<Blank, String> values = new HashMap<>();
    for (Blank blank : Blank.in(said.words() + said.next())) {
      String given = typed.getOrDefault(blank.field(), "");
      if (given.isBlank()) {
        throw new Refusal("macro", "cases.refusal.blanks", blank.name());
      }
      values.put(blank, told(blank, given, customer, viewer));
    }
    return new Macro.Said(Blank.fill(said.words(), values), Blank.fill(said.next(), values));
  }

  private String told(Blank blank, String given, Customer customer, Viewer viewer) {
    if (blank.kind() != Blank.Kind.MOMENT) {
      return blank.told(given, customer.locale());
    }
    Voice mine = texts.voice(viewer.locale(), viewer.zone());
    return letters.moment(customer, read(blank.field(), given, mine));
  }

  private Macro.Said said(Macro macro, Case matter, Customer customer) {
    TreeMap<String, Macro.Said> all = new TreeMap<>(macro.words());
    Macro.Said theirs = all.get(customer.locale().getLanguage());
    Macro.Said brands = all.get(staff.brand(matter.brandId()).locale().getLanguage());
    return Objects.requireNonNullElseGet(
        theirs, () -> Objects.requireNonNullElse(brands, all.values().iterator().next()));
  }

  private Map<String, String> values(Case matter, Customer customer, String by, Viewer viewer) {
    String name = customer.name().strip();
    boolean person = customer.kind() == Customer.Kind.PERSON;
    return Map.of(
        "first_name", person ? name.split("\\s+", 2)[0] : name,
        "case_number", String.valueOf(matter.id()),
        "brand", staff.brand(matter.brandId()).name(),
        "me", viewer.name(),
        "next_moment", moment(matter, customer, by, viewer));
  }

  /** As the customer's language and zone have it; nothing where no moment is known yet. */
  private String moment(Case matter, Customer customer, String by, Viewer viewer) {
    Voice mine = texts.voice(viewer.locale(), viewer.zone());
    Instant at = by.isBlank() ? matter.nextDueAt() : read("by", by, mine);
    return at == null ? "" : texts.voice(customer.locale(), customer.zone()).moment(at);
  }

  /** What the words name must not move on with the clock until they are sent. */
  private String fixed(String by, Viewer viewer) {
    return by.isBlank()
        ? by
        : MINUTE.format(
            read("by", by, texts.voice(viewer.locale(), viewer.zone())).atZone(viewer.zone()));
  }

  private static void fill(Map<String, String> fields, String name, String value) {
    if (fields.getOrDefault(name, "").isBlank()) {
      fields.put(name, value);
    }
  }

  private static String below(String typed, String words) {
    return typed.isBlank() ? words : typed.stripTrailing() + "\n\n" + words;
  }

  private static String both(String typed, String tags) {
    return String.join(", ", Tags.read(typed + "," + tags));
  }

  /**
   * Keeps a new one, or changes one that stands.
   *
   * @return its number
   * @throws Refusal when it has no name or no words, or its name is taken where it is offered
   */
  public long save(Macro macro, Viewer by) {
    access.permits().require(by, Permission.KEEP_DESK);
    check(macro, texts.voice(by.locale(), by.zone()));
    try {
      return access
          .acts()
          .call(() -> {
            long id = macro.id();
            if (id == 0) {
              id = rows.add(macro, by.id(), access.now());
            } else {
              get(id);
              rows.change(macro, by.id(), access.now());
            }
            String kind = macro.id() == 0 ? "macro.kept" : "macro.changed";
            access.journal().record(kind, Subject.of("macro", id), by.actor());
            return id;
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("name", "cases.refusal.macro-name-taken");
    }
  }

  private void check(Macro macro, Voice t) {
    if (macro.name().isBlank() || macro.name().length() > LONGEST_NAME) {
      throw new Refusal("name", "cases.refusal.macro-name", LONGEST_NAME);
    }
    if (macro.words().isEmpty()) {
      throw new Refusal("", "cases.refusal.macro-words");
    }
    macro
        .words()
        .forEach((language, said) -> {
          if (said.words().length() > LONGEST) {
            throw new Refusal("words_" + language, "cases.draft.too-long", LONGEST);
          }
          Variables.check("words_" + language, said.words());
          Variables.check("next_" + language, said.next());
        });
    Tags.read(macro.then().tags());
    moment("by", macro.then().by(), t);
    moment("wait_look", macro.then().waitLook(), t);
    if (!macro.then().waitWhom().isEmpty() && macro.then().waitLook().isBlank()) {
      throw new Refusal("wait_look", "cases.refusal.macro-look");
    }
  }

  private void moment(String field, String typed, Voice t) {
    if (!typed.isBlank()) {
      read(field, typed, t);
    }
  }

  private Instant read(String field, String typed, Voice t) {
    return ByWhen.read(field, typed, t, access.now(), calendars.office(t.zone()));
  }

  /** It is offered no more; what was written with it stays. */
  public void end(long id, Viewer by) {
    access.permits().require(by, Permission.KEEP_DESK);
    access
        .acts()
        .run(() -> {
          get(id);
          rows.end(id, access.now());
          access.journal().record("macro.ended", Subject.of("macro", id), by.actor());
        });
  }
}
