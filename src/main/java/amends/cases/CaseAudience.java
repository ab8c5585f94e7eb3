package amends.cases;

import amends.messages.broadcast.Audience;
import amends.shared.Sql;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.staff.Visible;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Customers of open cases, as far as whoever writes may see them: an answer belongs to their newest
 * one. Restricted cases, and those whose customer is to be left in quiet, are never among them.
 */
@Component
@Order(10)
final class CaseAudience implements Audience {
  private static final String WHO =
      """
      select c.customer_id, max(c.id) as case_id, cast(null as jsonb) as own from amends_case c
      where c.closed_at is null and c.named_only is null
        and (:case_team = 0 or c.team_id = :case_team)
        and (:case_about = '' or position(lower(:case_about) in lower(c.subject)) > 0)
        and (:case_tag = '' or exists (select from case_tag k join tag t on t.id = k.tag_id
          where k.case_id = c.id and t.name = :case_tag))
        and not exists (select from contact_rule r
          where (r.case_id = c.id or r.all_cases and r.customer_id = c.customer_id)
            and r.kind in ('quiet', 'agreement') and r.ended_at is null
            and r.from_at <= :case_now and (r.until_at is null or r.until_at > :case_now))
        and %s
      group by c.customer_id
      """;

  private final Permits permits;
  private final Staff staff;
  private final InstantSource clock;

  CaseAudience(Permits permits, Staff staff, InstantSource clock) {
    this.permits = permits;
    this.staff = staff;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "cases";
  }

  @Override
  public List<Ask> asks(Voice t, Viewer viewer) {
    List<Choice> teams = new ArrayList<>();
    teams.add(Choice.of("", t.say("cases.audience.team.any")));
    staff.teams().forEach(team -> teams.add(Choice.of(String.valueOf(team.id()), team.name())));
    return List.of(
        Ask.words("about", t.say("cases.audience.about"), t.say("cases.audience.about.hint")),
        Ask.words("tag", t.say("cases.audience.tag"), ""),
        Ask.choice("team", t.say("cases.audience.team"), teams));
  }

  @Override
  public Query who(Map<String, String> asks, Viewer viewer) {
    Visible visible = permits.visible(viewer);
    String team = asks.getOrDefault("team", "");
    Map<String, Object> params = new HashMap<>(visible.params());
    params.put("case_team", team.matches("\\d{1,18}") ? Long.parseLong(team) : 0L);
    params.put("case_about", asks.getOrDefault("about", "").strip());
    params.put("case_tag", asks.getOrDefault("tag", "").strip());
    params.put("case_now", Sql.at(clock.instant()));
    return new Query(
        WHO.formatted(visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")),
        params);
  }
}
