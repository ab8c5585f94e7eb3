package amends.shared.page;

import amends.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form and what is wrong with it, by field name, so that a refused form comes
 * back with everything still in it.
 *
 * @param values what was typed
 * @param errors one sentence a field: what is wrong and how to mend it; the field "" is the whole
 *     form
 */
public record Form(Map<String, String> values, Map<String, String> errors) {
  public Form {
    values = Map.copyOf(values);
    errors = Map.copyOf(errors);
  }

  public static Form blank() {
    return new Form(Map.of(), Map.of());
  }

  public static Form of(Map<String, String> values) {
    return new Form(values, Map.of());
  }

  /** The same form with one more sentence beside {@code field}. */
  public Form refused(String field, String sentence) {
    Map<String, String> more = new HashMap<>(errors);
    more.put(field, sentence);
    return new Form(values, more);
  }

  /** The same form with the refusal's sentence beside the field that it is about. */
  public Form refused(Page page, Refusal refusal) {
    return refused(refusal.field(), page.t().say(refusal));
  }

  /** The same form without what is never shown again: a password, a secret. */
  public Form without(String field) {
    Map<String, String> fewer = new HashMap<>(values);
    fewer.remove(field);
    return new Form(fewer, errors);
  }

  /** What was typed, or "" . */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** What was typed, or what is offered. */
  public String value(String field, String offered) {
    return values.getOrDefault(field, offered);
  }

  public boolean chosen(String field, String value) {
    return value(field).equals(value);
  }

  public boolean ticked(String field) {
    return !value(field).isEmpty();
  }

  public @Nullable String error(String field) {
    return errors.get(field);
  }

  public boolean isRefused() {
    return !errors.isEmpty();
  }
}
