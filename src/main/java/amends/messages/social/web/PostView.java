package amends.messages.social.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a brand says in public. Templates {@code messages/posts.jte} (all of them), {@code
 * postwords.jte} (the words) and {@code post.jte} (one of them).
 *
 * <pre>
 * GET  /posts, /posts/new, /posts/{id}, /posts/{id}/words
 * POST /posts, /posts/{id}/words    account (brand:connection), listed (yes|no), body, about
 * POST /posts/{id}/release          overrule
 * POST /posts/{id}/draft            (takes it back)
 * POST /posts/{id}/hurry            why
 * POST /posts/{id}/change           body, overrule
 * POST /posts/{id}/removal          (no fields)
 * </pre>
 */
public final class PostView {
  private PostView() {}

  /** All of them. */
  public record All(Page page, boolean connected, List<Row> rows, @Nullable Long more) {}

  /**
   * One of them.
   *
   * @param words as everybody reads them
   * @param where brand and account
   */
  public record Row(long id, String words, String where, String how) {}

  /**
   * The words.
   *
   * @param id null before they were written down
   * @param accounts through which a brand can speak; empty where none is connected
   * @param abouts what was written to many lately
   */
  public record Words(
      Page page,
      @Nullable Long id,
      Form form,
      List<Choice> accounts,
      List<Choice> listed,
      List<Choice> abouts) {}

  /**
   * One of them.
   *
   * @param how how it is with it, in a sentence
   * @param sign of that
   * @param about what it is about; null for nothing that was written to many
   * @param own the viewer wrote it, and somebody else lets it go
   * @param undo how long it can be taken back once it is let go, in a sentence
   * @param link where everybody reads it; "" where that is not known
   * @param may what the viewer may do now
   * @param overrulings reasons with which the words go out as they are; empty where nothing stops
   *     them
   */
  public record One(
      Page page,
      long id,
      Form form,
      String words,
      String where,
      String how,
      String sign,
      @Nullable About about,
      boolean own,
      String undo,
      String link,
      May may,
      List<Choice> overrulings,
      List<Line> steps) {}

  public record About(long broadcast, String words) {}

  /** What can be done with it now. */
  public record May(
      boolean release,
      boolean rewrite,
      boolean takeBack,
      boolean hurry,
      boolean change,
      boolean remove) {}

  /**
   * What was done with it.
   *
   * @param words the words from then on; "" for none
   */
  public record Line(String iso, String at, String what, String words) {}
}
