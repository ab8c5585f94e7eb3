package amends.cases;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields that managers and administrators give to cases, per brand and team or for all. */
@Component
public final class Fields {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_CHOICE = 80;
  private static final int MOST_CHOICES = 100;
  private static final int MOST = 60;

  private final FieldRows rows;
  private final Access access;

  Fields(FieldRows rows, Access access) {
    this.rows = rows;
    this.access = access;
  }

  /** In the order in which they are asked; those asked no longer last. */
  public List<Field> all() {
    return rows.all();
  }

  /** Those that are asked somewhere. */
  public List<Field> asked() {
    return rows.all().stream().filter(field -> !field.retired()).toList();
  }

  /**
   * @throws NotFound when there is none
   */
  public Field get(long id) {
    return rows.find(id).orElseThrow(() -> new NotFound(Subject.of("case_field", id)));
  }

  /** Whether the viewer decides what is asked there; null for all brands or teams. */
  public boolean mayArrange(Viewer viewer, @Nullable Long brand, @Nullable Long team) {
    return access.permits().may(viewer, Permission.ARRANGE_DESK, Scope.of(null, team, brand));
  }

  /** Whether there is a brand or team where the viewer decides what is asked. */
  public boolean arrangesAnything(Viewer viewer) {
    return mayArrange(viewer, null, null)
        || viewer.grants().stream().anyMatch(g -> mayArrange(viewer, g.brandId(), g.teamId()));
  }

  /**
   * @throws amends.staff.Forbidden when there is none
   */
  public void requireArranging(Viewer viewer) {
    if (!arrangesAnything(viewer)) {
      access.permits().require(viewer, Permission.ARRANGE_DESK);
    }
  }

  /**
   * Adds a field, or changes what may be changed of one: never its kind nor its key.
   *
   * @throws Refusal when something is missing, too long or taken
   */
  public long keep(Field field, Viewer by) {
    require(field, by);
    Field clean = clean(field);
    return access
        .acts()
        .call(() -> {
          Field kept = clean.id() == 0 ? added(clean) : changed(clean, by);
          if (kept.kind() == Field.Kind.CHOICE) {
            rows.offer(kept.id(), clean.choices(), access.now());
          }
          tell(clean.id() == 0 ? "policy.field_added" : "policy.field_changed", kept.id(), by);
          return kept.id();
        });
  }

  /** It is asked no longer; values stay where they are. */
  public void retire(long id, Viewer by) {
    requireArranging(by);
    require(get(id), by);
    access
        .acts()
        .run(() -> {
          if (rows.retire(id, access.now())) {
            tell("policy.field_retired", id, by);
          }
        });
  }

  /** It is asked again. */
  public void bringBack(long id, Viewer by) {
    requireArranging(by);
    require(get(id), by);
    access
        .acts()
        .run(() -> {
          if (rows.retire(id, null)) {
            tell("policy.field_brought_back", id, by);
          }
        });
  }

  private Field added(Field field) {
    List<Field> all = rows.all();
    if (all.size() >= MOST) {
      throw new Refusal("name", "cases.field.refuse.many", MOST);
    }
    refuseTaken(field, all);
    String key = key(field.name(), all.stream().map(Field::key).collect(Collectors.toSet()));
    long id = rows.add(copy(field, 0, key, field.kind()), access.now());
    return copy(field, id, key, field.kind());
  }

  private Field changed(Field field, Viewer by) {
    Field before = get(field.id());
    require(before, by);
    refuseTaken(field, rows.all());
    Field kept = copy(field, field.id(), before.key(), before.kind());
    requireChoices(kept);
    rows.change(kept);
    return kept;
  }

  private void require(Field field, Viewer by) {
    if (!mayArrange(by, field.brandId(), field.teamId())) {
      access.permits().require(by, Permission.ARRANGE_DESK);
    }
  }

  /** Two fields of one name on one form could not be told apart. */
  private static void refuseTaken(Field field, List<Field> all) {
    boolean taken =
        all.stream()
            .filter(other -> other.id() != field.id() && !other.retired())
            .filter(other -> meet(other.brandId(), field.brandId()))
            .filter(other -> meet(other.teamId(), field.teamId()))
            .anyMatch(other -> other.name().equalsIgnoreCase(field.name()));
    if (taken) {
      throw new Refusal("name", "cases.field.refuse.taken", field.name());
    }
  }

  private static boolean meet(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null || Objects.equals(one, other);
  }

  private static Field clean(Field field) {
    String name = field.name().strip().replaceAll("\\s+", " ");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Refusal("name", "cases.field.refuse.name", LONGEST_NAME);
    }
    if (field.hint().strip().length() > 200) {
      throw new Refusal("hint", "cases.field.refuse.hint");
    }
    Field clean =
        new Field(
            field.id(),
            field.brandId(),
            field.teamId(),
            field.key(),
            name,
            field.hint().strip(),
            field.kind(),
            field.required(),
            field.position(),
            field.also().strip(),
            choices(field.choices()),
            field.retired());
    if (field.id() == 0) {
      requireChoices(clean);
    }
    return clean;
  }

  private static void requireChoices(Field field) {
    if (field.kind() == Field.Kind.CHOICE && field.choices().size() < 2) {
      throw new Refusal("choices", "cases.field.refuse.choices");
    }
  }

  private static List<String> choices(List<String> typed) {
    Set<String> seen = new HashSet<>();
    List<String> choices =
        typed.stream()
            .map(choice -> choice.strip().replaceAll("\\s+", " "))
            .filter(choice -> !choice.isEmpty())
            .filter(choice -> seen.add(choice.toLowerCase(Locale.ROOT)))
            .toList();
    if (choices.size() > MOST_CHOICES
        || choices.stream().anyMatch(choice -> choice.length() > LONGEST_CHOICE)) {
      throw new Refusal("choices", "cases.field.refuse.choice-long", MOST_CHOICES, LONGEST_CHOICE);
    }
    return choices;
  }

  private static Field copy(Field field, long id, String key, Field.Kind kind) {
    return new Field(
        id,
        field.brandId(),
        field.teamId(),
        key,
        field.name(),
        field.hint(),
        kind,
        field.required(),
        field.position(),
        field.also(),
        field.choices(),
        field.retired());
  }

  /** From the name, in plain letters; a number behind it where another field has it. */
  private static String key(String name, Set<String> taken) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^[_0-9]+|_+$", "");
    String stem = plain.isEmpty() ? "field" : plain.substring(0, Math.min(50, plain.length()));
    String key = stem;
    for (int i = 2; taken.contains(key); i++) {
      key = stem + "_" + i;
    }
    return key;
  }

  private void tell(String kind, long id, Viewer by) {
    access.journal().record(kind, Subject.of("case_field", id), by.actor(), Map.of());
  }
}
