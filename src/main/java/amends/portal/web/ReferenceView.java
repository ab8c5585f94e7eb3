package amends.portal.web;

import amends.shared.page.Form;
import amends.shared.page.Page;

/** Finds a case by what is said on the telephone. Template {@code portal/reference.jte}. */
public record ReferenceView(Page page, Form form) {}
