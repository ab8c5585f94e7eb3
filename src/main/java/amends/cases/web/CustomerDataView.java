package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held about one customer, and what becomes of it. Template {@code cases/data.jte}.
 *
 * <pre>
 * POST /customers/{id}/data/export          (no fields)
 * POST /customers/{id}/data/file            export
 * POST /customers/{id}/data/erasure         (no fields)
 * POST /customers/{id}/data/confirmation    (no fields)
 * POST /customers/{id}/data/withdrawal      (no fields)
 * POST /customers/{id}/data/holds           case, reason, review
 * POST /customers/{id}/data/lifting         hold
 * </pre>
 *
 * @param erased when they were erased; null while they are not
 * @param obstacles what keeps them from being erased, in words
 * @param asked who asked for an erasure and until when it can be confirmed; null when nobody did
 * @param mayConfirm another colleague asked
 */
public record CustomerDataView(
    Page page,
    long id,
    String name,
    @Nullable String erased,
    List<Export> exports,
    List<String> obstacles,
    @Nullable String asked,
    boolean mayConfirm,
    List<Hold> holds,
    List<Choice> cases,
    Form form) {

  /** A file that was asked for; {@code ready} when it can be fetched. */
  public record Export(long id, String says, boolean ready) {}

  /** A hold: what is held and why, and by whom until which review. */
  public record Hold(long id, String what, String reason, String says) {}
}
