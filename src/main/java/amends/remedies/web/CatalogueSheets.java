package amends.remedies.web;

import amends.remedies.Amounts;
import amends.remedies.Catalogue;
import amends.remedies.Remedy;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Brand;
import amends.staff.Staff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pages of the catalogue. */
@Component
final class CatalogueSheets {
  private final Catalogue catalogue;
  private final Staff staff;
  private final LawTables laws;

  CatalogueSheets(Catalogue catalogue, Staff staff, LawTables laws) {
    this.catalogue = catalogue;
    this.staff = staff;
    this.laws = laws;
  }

  CatalogueView all(Page page, boolean keeps) {
    LocalDate today = today(page);
    List<Remedy> all = catalogue.all();
    List<CatalogueView.Row> rows =
        all.stream()
            .sorted(
                Comparator.comparing((Remedy r) -> over(r, today))
                    .thenComparing(Remedy::kind)
                    .thenComparing(Remedy::code))
            .map(remedy -> row(page.t(), remedy, all, today))
            .toList();
    return new CatalogueView(page, keeps, rows, laws.on(page.t(), today));
  }

  private static LocalDate today(Page page) {
    return LocalDate.ofInstant(page.now(), page.t().zone());
  }

  private static boolean over(Remedy remedy, LocalDate today) {
    return remedy.to() != null && !today.isBefore(remedy.to());
  }

  private CatalogueView.Row row(Voice t, Remedy remedy, List<Remedy> all, LocalDate today) {
    Remedy.Words words = remedy.in(t.locale());
    List<String> more = new ArrayList<>();
    more.add(
        Stream.of(
                remedy.interim() ? t.say("remedies.catalogue.interim") : "",
                remedy.cost() == null
                    ? t.say("remedies.catalogue.named")
                    : t.say("remedies.catalogue.cost", Amounts.words(remedy.cost(), t.locale())),
                lead(t, remedy),
                t.say("remedies.catalogue.check", remedy.checkDays()))
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(". ", "", ".")));
    if (!remedy.parts().isEmpty()) {
      more.add(t.say("remedies.catalogue.package", parts(t, remedy, all)));
    }
    if (!words.customerDoes().isBlank()) {
      more.add(t.say("remedies.catalogue.does", words.customerDoes()));
    }
    more.add(where(t, remedy));
    return new CatalogueView.Row(
        remedy.id(),
        words.name(),
        words.means(),
        t.say("remedies.kind." + remedy.kind().code()),
        more,
        over(remedy, today));
  }

  private static String lead(Voice t, Remedy remedy) {
    return remedy.leadDays() == 0 && remedy.leadHours() > 0
        ? t.say("remedies.catalogue.lead.hours", remedy.leadHours())
        : t.say("remedies.catalogue.lead", remedy.leadDays());
  }

  private static String parts(Voice t, Remedy remedy, List<Remedy> all) {
    return remedy.parts().stream()
        .map(part ->
            all.stream()
                .filter(one -> one.id() == part)
                .map(one -> one.in(t.locale()).name())
                .findFirst()
                .orElse(""))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" + "));
  }

  private String where(Voice t, Remedy remedy) {
    Long brand = remedy.brandId();
    LocalDate to = remedy.to();
    return Stream.of(
            brand == null ? "" : t.say("remedies.catalogue.brand", staff.brand(brand).name()),
            remedy.country() == null ? "" : t.say("remedies.catalogue.country", remedy.country()),
            to == null
                ? t.say("remedies.catalogue.dates.from", Days.words(t, remedy.from()))
                : t.say(
                    "remedies.catalogue.dates.both",
                    Days.words(t, remedy.from()),
                    Days.words(t, to)))
        .filter(one -> !one.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  Form blank(Page page) {
    return Form.of(
        Map.of(
            "from", today(page).toString(), "check_days", "7", "lead_days", "0", "kind", "refund"));
  }

  /** As it stands, to be written anew from today on. */
  Form filled(Page page, Remedy remedy) {
    Map<String, String> values = new HashMap<>();
    Remedy.Words words = remedy.in(page.t().locale());
    values.put("name", words.name());
    values.put("means", words.means());
    values.put("does", words.customerDoes());
    values.put("code", remedy.code());
    values.put("kind", remedy.kind().code());
    values.put("interim", remedy.interim() ? "yes" : "");
    values.put("lead_days", String.valueOf(remedy.leadDays()));
    values.put("lead_hours", String.valueOf(remedy.leadHours()));
    values.put("check_days", String.valueOf(remedy.checkDays()));
    Money cost = remedy.cost();
    if (cost != null) {
      values.put("cost", BigDecimal.valueOf(cost.minor(), cost.exponent()).toPlainString());
      values.put("currency", cost.currency());
    }
    values.put("brand", remedy.brandId() == null ? "" : String.valueOf(remedy.brandId()));
    values.put("country", remedy.country() == null ? "" : remedy.country());
    values.put("from", today(page).toString());
    values.put("to", remedy.to() == null ? "" : remedy.to().toString());
    return Form.of(values);
  }

  CatalogueView.Sheet sheet(Page page, @Nullable Remedy remedy, Form form, List<String> chosen) {
    Voice t = page.t();
    LocalDate today = today(page);
    return new CatalogueView.Sheet(
        page,
        remedy == null ? 0 : remedy.id(),
        remedy == null ? "" : remedy.in(t.locale()).name(),
        form,
        Arrays.stream(Remedy.Kind.values())
            .map(kind -> Choice.of(kind.code(), t.say("remedies.kind." + kind.code())))
            .toList(),
        Stream.concat(
                Stream.of(Choice.of("", t.say("remedies.form.brand.all"))),
                staff.brands().stream().map(CatalogueSheets::choice))
            .toList(),
        catalogue.all().stream()
            .filter(one -> one.inForce(today) && one.kind() != Remedy.Kind.PACKAGE)
            .map(one -> Choice.of(String.valueOf(one.id()), one.in(t.locale()).name()))
            .toList(),
        chosen);
  }

  private static Choice choice(Brand brand) {
    return Choice.of(String.valueOf(brand.id()), brand.name());
  }
}
