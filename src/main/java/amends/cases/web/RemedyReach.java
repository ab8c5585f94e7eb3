package amends.cases.web;

import amends.remedies.Authority;
import amends.remedies.Catalogue;
import amends.remedies.Fairness;
import amends.remedies.Limit;
import amends.remedies.Matter;
import amends.remedies.MatterSource;
import amends.remedies.Remedy;
import amends.remedies.Severity;
import amends.shared.NotFound;
import amends.staff.Viewer;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be given in a case, the likeliest first, and what like cases received. */
@Component
final class RemedyReach {
  /** What is within most people's reach comes first where nothing else says what is usual. */
  private static final List<Remedy.Kind> FIRST_SMALL =
      List.of(
          Remedy.Kind.PART_REFUND,
          Remedy.Kind.CREDIT,
          Remedy.Kind.GIFT,
          Remedy.Kind.REPLACEMENT,
          Remedy.Kind.REPAIR,
          Remedy.Kind.SERVICE_VISIT,
          Remedy.Kind.REFUND,
          Remedy.Kind.WAIVER,
          Remedy.Kind.PACKAGE,
          Remedy.Kind.LOAN,
          Remedy.Kind.NOTE);

  private final List<MatterSource> sources;
  private final Catalogue catalogue;
  private final Fairness fairness;
  private final Authority authority;

  RemedyReach(
      List<MatterSource> sources, Catalogue catalogue, Fairness fairness, Authority authority) {
    this.sources = sources;
    this.catalogue = catalogue;
    this.fairness = fairness;
    this.authority = authority;
  }

  Matter matter(long caseId) {
    return sources.stream()
        .filter(source -> source.kind().equals("case"))
        .findFirst()
        .flatMap(source -> source.matter(caseId))
        .orElseThrow(() -> new NotFound(amends.cases.Case.subject(caseId)));
  }

  /**
   * Those that like cases received most often come first, then what is small.
   *
   * @param cause why it went wrong; null when nobody has said
   */
  List<Remedy> remedies(Matter matter, @Nullable String cause, String currency) {
    List<Remedy.Kind> usual = like(cause, Severity.MEDIUM, currency).kinds();
    return catalogue.forMatter(matter).stream()
        .sorted(
            Comparator.comparing((Remedy r) -> rank(usual, r.kind()))
                .thenComparing(Remedy::interim))
        .toList();
  }

  private static int rank(List<Remedy.Kind> usual, Remedy.Kind kind) {
    int at = usual.indexOf(kind);
    return at < 0 ? usual.size() + FIRST_SMALL.indexOf(kind) : at;
  }

  Fairness.Like like(@Nullable String cause, Severity severity, String currency) {
    return fairness.like(cause, severity, currency);
  }

  /** In which this viewer's limits are written; null where there are none. */
  @Nullable String currency(Viewer viewer, Matter matter) {
    return authority.of(viewer, matter).stream().map(Limit::currency).findFirst().orElse(null);
  }
}
