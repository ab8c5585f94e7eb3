package amends.cases.web;

import amends.cases.Tags;
import amends.shared.page.Page;
import java.util.List;

/**
 * Every tag. Template {@code cases/tags.jte}.
 *
 * <pre>
 * POST /tags/{id}   name
 * </pre>
 */
public record TagsView(Page page, List<Tags.Tag> tags) {}
