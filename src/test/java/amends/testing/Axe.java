package amends.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe finds wrong with a page as it stands, told as the rule and the first place. What holds
 * is not told place by place, which took most of its time. Frames are left out: they hold mail of
 * somebody else.
 */
public final class Axe {
  private static final String SOURCE = "() => {" + AxeBuilder.getAxeScript() + "}";
  private static final String RUN =
      """
      async ([asked, graveAlone]) => {
        const grave = fault => ['serious', 'critical'].includes(fault.impact);
        const slight = graveAlone
          ? axe._audit.rules.filter(rule => rule.impact && !grave(rule))
          : [];
        const found = await axe.run(document, {
          runOnly: { type: 'tag', values: asked },
          resultTypes: ['violations'],
          iframes: false,
          rules: Object.fromEntries(slight.map(rule => [rule.id, { enabled: false }])),
        });
        return found.violations
          .filter(fault => grave(fault) || !graveAlone)
          .map(fault => fault.id + ' ' + JSON.stringify(fault.nodes[0].target));
      }
      """;

  private Axe() {}

  /** Whatever the rules with these tags find. */
  public static List<String> faults(Page page, List<String> tags) {
    return found(page, tags, false);
  }

  /** What shuts somebody out; rules whose faults are slight by themselves are not run at all. */
  public static List<String> graveFaults(Page page, List<String> tags) {
    return found(page, tags, true);
  }

  private static List<String> found(Page page, List<String> tags, boolean graveAlone) {
    page.evaluate(SOURCE);
    List<?> faults = (List<?>) page.evaluate(RUN, List.of(tags, graveAlone));
    return faults.stream().map(String::valueOf).toList();
  }
}
