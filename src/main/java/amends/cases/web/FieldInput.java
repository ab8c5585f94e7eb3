package amends.cases.web;

import amends.shared.page.Choice;
import java.util.List;

/**
 * A field of the house in a form. Template {@code cases/fieldinputs.jte}.
 *
 * @param name of the input: "field_12"
 * @param kind text, number, date, choice, yes_no
 * @param choices with nothing first; empty unless something is chosen
 * @param hint "" for none
 */
public record FieldInput(
    String name, String label, String kind, List<Choice> choices, String hint) {}
