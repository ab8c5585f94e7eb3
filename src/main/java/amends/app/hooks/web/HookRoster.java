package amends.app.hooks.web;

import amends.app.hooks.Hook;
import amends.app.hooks.HookKinds;
import amends.app.hooks.Hooks;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Staff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hooks and their calls as the pages tell them. */
@Component
final class HookRoster {
  private static final int LAST = 30;
  private static final int MOST_HOOKS = 1000;

  private final Hooks hooks;
  private final Staff staff;

  HookRoster(Hooks hooks, Staff staff) {
    this.hooks = hooks;
    this.staff = staff;
  }

  HooksView list(Page page, List<Hook> all, Form form) {
    return new HooksView(
        page,
        all.stream().map(hook -> row(page, hook)).toList(),
        List.of(),
        fields(page, form),
        "",
        !hooks.dead(0, 1).isEmpty());
  }

  HooksView one(Page page, Hook hook, Form form, String secret) {
    List<HooksView.Call> calls =
        hooks.calls(hook.id(), LAST).stream().map(c -> call(page, c, hook.name())).toList();
    return new HooksView(page, List.of(row(page, hook)), calls, fields(page, form), secret, false);
  }

  HooksView dead(Page page, List<Hook.Call> calls) {
    Map<Long, String> names =
        hooks.all(0, MOST_HOOKS).stream().collect(Collectors.toMap(Hook::id, Hook::name));
    return new HooksView(
        page,
        List.of(),
        calls.stream().map(c -> call(page, c, names.getOrDefault(c.hookId(), ""))).toList(),
        fields(page, Form.blank()),
        "",
        true);
  }

  private HooksView.Fields fields(Page page, Form form) {
    List<Choice> brands = new ArrayList<>();
    brands.add(Choice.of("", page.t().say("app.hooks.all-brands")));
    staff.brands().forEach(b -> brands.add(Choice.of(String.valueOf(b.id()), b.name())));
    return new HooksView.Fields(HookKinds.GROUPS, brands, form);
  }

  private static HooksView.Row row(Page page, Hook hook) {
    String why = hook.offWhy();
    return new HooksView.Row(
        hook.id(),
        hook.name(),
        hook.url(),
        String.join(", ", hook.kinds()),
        why == null ? "" : page.t().say("app.hooks.off." + why),
        String.valueOf(hook.expandedSeal()));
  }

  private static HooksView.Call call(Page page, Hook.Call call, String hook) {
    return new HooksView.Call(
        call.id(),
        hook,
        String.valueOf(call.sealNo()),
        call.kind(),
        call.state(),
        call.attempts(),
        when(page, call),
        call.trouble() == null ? "" : call.trouble(),
        call.lastBody() == null ? "" : call.lastBody());
  }

  private static String when(Page page, Hook.Call call) {
    @Nullable Instant tried = call.lastTryAt();
    if (call.state().equals("waiting") && call.attempts() > 0) {
      return page.t().say("app.hooks.again", page.t().at(call.readyAt(), page.now()));
    }
    return tried == null ? "" : page.t().at(tried, page.now());
  }
}
