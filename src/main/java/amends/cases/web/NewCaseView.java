package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * A case that we open ourselves. Template {@code cases/new.jte}.
 *
 * <pre>
 * GET  /cases/new?find=…   this page; find looks for customers by name, address or number
 * POST /cases              customer (an id, or "new"), name, email, phone, channel, subject, happened,
 *                          asks, order, unit, next, by, owner
 * </pre>
 *
 * @param find what was looked for, or ""
 * @param found customers that match; value is the id, hint an address
 * @param owners people and teams: "person:7", "team:2"
 * @param moments offers for "by when"
 */
public record NewCaseView(
    Page page,
    String find,
    List<Choice> found,
    Form form,
    List<Choice> owners,
    List<Choice> moments) {}
