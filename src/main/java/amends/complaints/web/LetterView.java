package amends.complaints.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * A letter under the rules, about to be written.
 *
 * @param kind its code
 * @param first what must happen before it may leave; "" when nothing must
 * @param parts what it must say, with where that is written
 * @param moments to choose from for what happens next
 */
public record LetterView(
    Page page,
    long id,
    String subject,
    String customer,
    String kind,
    String first,
    List<Choice> parts,
    List<Choice> moments,
    Form form) {}
