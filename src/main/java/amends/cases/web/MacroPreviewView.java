package amends.cases.web;

import amends.shared.page.Page;
import java.util.List;

/**
 * A macro as customers would get it. Template {@code cases/macropreview.jte}.
 *
 * <pre>
 * GET /macros/{id}/previews
 * </pre>
 */
public record MacroPreviewView(Page page, long id, String name, String used, List<Tongue> tongues) {
  /** In one language, over each channel. */
  public record Tongue(String code, String words, List<Way> ways) {}

  /** Over one channel. */
  public record Way(String words, PreviewView preview) {}
}
