package amends.cases.web;

import amends.shared.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the house in a form. Template {@code cases/fieldinputs.jte}.
 *
 * @param name of the input: "field_12"
 * @param kind text, number, date, choice, yes_no, order, unit
 * @param choices with nothing first; empty unless something is chosen
 * @param hint "" for none
 * @param things where orders or units are looked for while somebody types; null for other kinds
 */
public record FieldInput(
    String name,
    String label,
    String kind,
    List<Choice> choices,
    String hint,
    @Nullable String things) {}
