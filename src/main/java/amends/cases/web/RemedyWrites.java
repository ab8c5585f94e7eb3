package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.web.RemedyJsons.BridgeJson;
import amends.cases.web.RemedyJsons.GrantJson;
import amends.cases.web.RemedyJsons.MoneyJson;
import amends.cases.web.RemedyJsons.RulingJson;
import amends.cases.web.RemedyJsons.WantedJson;
import amends.remedies.Backings;
import amends.remedies.Catalogue;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.Request;
import amends.remedies.Ruling;
import amends.remedies.Severity;
import amends.remedies.Wanted;
import amends.remedies.fulfilment.Stop;
import amends.remedies.fulfilment.Stops;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What programs do about remedies: the same acts as at the desk. */
@Component
final class RemedyWrites {
  private final Cases cases;
  private final Permits permits;
  private final Remedies remedies;
  private final Backings backings;
  private final Around around;

  RemedyWrites(Cases cases, Permits permits, Remedies remedies, Backings backings, Around around) {
    this.cases = cases;
    this.permits = permits;
    this.remedies = remedies;
    this.backings = backings;
    this.around = around;
  }

  /** What is said about a ruling, and what there is. */
  @Component
  record Around(
      Catalogue catalogue, RemedyWords words, Texts texts, InstantSource clock, Stops stops) {
    Voice english() {
      return texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
    }
  }

  Case see(long id, Viewer by) {
    return cases.see(id, by);
  }

  Case gives(long id, Viewer by) {
    Case matter = cases.see(id, by);
    permits.require(by, Permission.GRANT_REMEDY, matter.scope(), matter.asSubject());
    return matter;
  }

  RulingJson ruling(long id, WantedJson sent, Viewer by) {
    Case matter = cases.see(id, by);
    Voice t = around.english();
    Remedies.Outlook outlook = remedies.look(matter.asSubject(), wanted(matter, sent), by);
    return RulingJson.of(
        t, around.words().ruling(t, around.clock().instant(), outlook.ruling()), outlook);
  }

  RemedyGrant grant(long id, WantedJson sent, String key, Viewer by) {
    Case matter = gives(id, by);
    Wanted wanted = wanted(matter, sent);
    Voice t = around.english();
    Ruling ruling = remedies.look(matter.asSubject(), wanted, by).ruling();
    return switch (ruling) {
      case Ruling.Within within -> remedies.grant(matter.asSubject(), wanted, once(by, key), by);
      case Ruling.Above above ->
          throw new Refusal(
              "amount",
              "cases.remedy.api.above",
              around.words().ruling(t, around.clock().instant(), above));
      case Ruling.Never never -> throw new Refusal("", never.words(), never.args());
    };
  }

  /** Puts it before the one who decides. */
  Request ask(Case matter, Wanted wanted, String key, Viewer by) {
    return remedies.ask(matter.asSubject(), wanted, once(by, key), by);
  }

  static String once(Viewer by, String key) {
    return "api " + by.id() + " " + key;
  }

  List<RemedyGrant> of(long id, Viewer by) {
    return remedies.of(cases.see(id, by).asSubject());
  }

  /**
   * @throws NotFound when there is none, or the caller may not know of its case
   */
  RemedyGrant get(long id, Viewer by) {
    RemedyGrant grant = remedies.get(id, by);
    if (!grant.about().kind().equals("case") || !cases.maySee(grant.about().id(), by)) {
      throw new NotFound(grant.subject());
    }
    return grant;
  }

  GrantJson json(RemedyGrant grant) {
    List<Stop> stops = around.stops().of(grant.id());
    return GrantJson.of(
        grant, backings.of(grant.id()).orElse(null), stops.isEmpty() ? null : stops.getLast());
  }

  Wanted wanted(Case matter, WantedJson sent) {
    if (around.catalogue().find(sent.remedyId()).isEmpty()) {
      throw new Refusal("remedy_id", "cases.remedy.refusal.remedy");
    }
    BridgeJson bridge = sent.interim();
    Wanted wanted =
        Wanted.of(sent.remedyId(), money(sent.amount()), sent.reason())
            .unit(sent.unitId(), sent.unitId() == null ? null : matter.unitId())
            .because(
                sent.cause(),
                sent.severity() == null ? Severity.MEDIUM : Severity.of(sent.severity()));
    return bridge == null ? wanted : wanted.until(bridge.why(), bridge.endsAt());
  }

  private static @Nullable Money money(@Nullable MoneyJson amount) {
    if (amount == null) {
      return null;
    }
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(one -> one.getCurrencyCode().equals(amount.currency()));
    if (!known) {
      throw new Refusal("currency", "remedies.refusal.currency");
    }
    return new Money(amount.minor(), amount.currency());
  }
}
