package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;

/**
 * The paper of one brand. Template {@code staff/paper.jte}.
 *
 * <pre>
 * GET  /brands/{id}/paper
 * POST /brands/{id}/paper   address, foot, logo (a file), no_logo
 * </pre>
 *
 * @param logo as an address that an image can have; empty where there is none
 */
public record PaperView(Page page, long brandId, String brand, String logo, Form form) {}
