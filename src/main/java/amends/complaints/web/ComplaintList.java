package amends.complaints.web;

import amends.complaints.ComplaintsSeen;
import amends.complaints.ComplaintsSeen.Seen;
import amends.complaints.Regime;
import amends.complaints.Rules;
import amends.complaints.Switches;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The list of formal complaints and of the rules. */
@Component
final class ComplaintList {
  private static final Duration SOON = Duration.ofDays(5);
  private static final int MOST = 200;

  private final ComplaintsSeen seen;
  private final Switches switches;
  private final Permits permits;

  ComplaintList(ComplaintsSeen seen, Switches switches, Permits permits) {
    this.seen = seen;
    this.switches = switches;
    this.permits = permits;
  }

  ModelAndView shown(Page page, Viewer viewer, Form form, String refused) {
    Map<String, LocalDate> on = switches.on();
    LocalDate today = LocalDate.ofInstant(page.now(), page.t().zone());
    return new ModelAndView(
        "complaints/list",
        "v",
        new ListView(
            page,
            seen.open(permits.visible(viewer), MOST).stream().map(one -> row(page, one)).toList(),
            Rules.regimes().stream().map(regime -> line(page.t(), regime, on, today)).toList(),
            permits.may(viewer, Permission.ADMINISTER_STAFF),
            form,
            refused));
  }

  private static ListView.Row row(Page page, Seen one) {
    Voice t = page.t();
    Instant due = one.nextDue();
    return new ListView.Row(
        one.caseId(),
        one.subject(),
        one.customer(),
        one.regimes().stream()
            .map(code -> t.say("complaints.rules." + code))
            .collect(Collectors.joining(", ")),
        due == null ? null : Clock.running(t, due, page.now(), SOON),
        one.rule() == null
            ? t.say("complaints.list.sent")
            : t.say("complaints.clock." + one.rule()));
  }

  private static ListView.RuleLine line(
      Voice t, Regime regime, Map<String, LocalDate> on, LocalDate today) {
    LocalDate since = on.get(regime.code());
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(t.locale());
    List<Choice> clocks =
        Rules.clocks(regime.code(), today).stream()
            .map(rule ->
                new Choice(
                    rule.code(),
                    t.say("complaints.clock." + rule.code()),
                    t.say("complaints.clock." + rule.code() + ".length")))
            .toList();
    return new ListView.RuleLine(
        regime.code(),
        t.say("complaints.rules." + regime.code()),
        t.say("complaints.rules." + regime.code() + ".who"),
        regime.source(),
        since == null ? "" : day.format(since),
        clocks);
  }
}
