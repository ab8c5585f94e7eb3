package amends.cases.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * One view of the queue by name. Template {@code cases/view.jte}.
 *
 * <pre>
 * GET  /views/new?owner=…   a fresh one, with the filter that was looked at
 * POST /views               name, shared, and the fields of the filter
 * GET  /views/{id}          POST to change, POST /views/{id}/deletion to delete
 * </pre>
 *
 * @param id null for a fresh one
 * @param own may be changed by whoever looks
 */
public record SavedViewView(
    Page page, @Nullable Long id, boolean own, Form form, QueueView.Lists lists) {}
