package amends.app.hooks.web;

import amends.app.hooks.InHook;
import amends.app.hooks.InHooks;
import amends.app.hooks.InStyle;
import amends.app.hooks.InTarget;
import amends.shared.Settings;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Staff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Doors and what came to them, as the pages tell them. */
@Component
final class InRoster {
  private static final int LAST = 30;

  private final InHooks hooks;
  private final Staff staff;
  private final Settings settings;

  InRoster(InHooks hooks, Staff staff, Settings settings) {
    this.hooks = hooks;
    this.staff = staff;
    this.settings = settings;
  }

  InView list(Page page, Form form) {
    return new InView(
        page,
        hooks.all().stream().map(hook -> door(page, hook)).toList(),
        List.of(),
        List.of(),
        List.of(),
        choices(page, form),
        "");
  }

  InView one(
      Page page, InHook hook, Form form, List<Map.Entry<String, String>> found, String secret) {
    InTarget target = hook.target();
    return new InView(
        page,
        List.of(door(page, hook)),
        target.fields().stream().map(f -> new InView.Field(f, target.needs(f))).toList(),
        hooks.arrivals(hook.id(), LAST).stream().map(came -> came(page, came)).toList(),
        found,
        choices(page, form),
        secret);
  }

  private InView.Choices choices(Page page, Form form) {
    List<Choice> teams = new ArrayList<>();
    teams.add(Choice.of("", page.t().say("app.in.no-team")));
    staff.teams().forEach(t -> teams.add(Choice.of(String.valueOf(t.id()), t.name())));
    return new InView.Choices(
        Arrays.stream(InStyle.values())
            .map(s -> Choice.of(s.code(), page.t().say("app.in.style." + s.code())))
            .toList(),
        Arrays.stream(InTarget.values())
            .map(s -> Choice.of(s.code(), page.t().say("app.in.target." + s.code())))
            .toList(),
        teams,
        form);
  }

  private InView.Door door(Page page, InHook hook) {
    return new InView.Door(
        hook.id(),
        hook.label(),
        settings.baseUrl() + "/in/" + hook.name(),
        page.t().say("app.in.style." + hook.style().code()),
        page.t().say("app.in.target." + hook.target().code()),
        hook.target() == InTarget.CASE,
        hook.offAt() == null);
  }

  private static InView.Came came(Page page, InHook.Arrival came) {
    return new InView.Came(
        came.id(),
        came.state(),
        came.became(),
        page.t().at(came.cameAt(), page.now()),
        came.body());
  }
}
