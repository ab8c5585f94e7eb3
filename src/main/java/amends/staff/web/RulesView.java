package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What the house demands of signing in. Template {@code staff/rules.jte}.
 *
 * <pre>
 * GET  /people/sign-in
 * POST /people/sign-in   second_factor (nobody|leads|everybody)
 * </pre>
 */
public record RulesView(Page page, Form form, List<Choice> choices) {}
