package amends.remedies.web;

import amends.remedies.fulfilment.PayConnection;
import amends.remedies.fulfilment.PayConnections;
import amends.remedies.fulfilment.PayRoute;
import amends.remedies.fulfilment.PayRoutes;
import amends.shared.Settings;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the page of payment providers shows. */
@Component
final class PayConnectionSheet {
  private final PayConnections connections;
  private final PayRoutes routes;
  private final Staff staff;
  private final Settings settings;

  PayConnectionSheet(PayConnections connections, PayRoutes routes, Staff staff, Settings settings) {
    this.connections = connections;
    this.routes = routes;
    this.staff = staff;
    this.settings = settings;
  }

  ModelAndView all(Page page, Form form, String act) {
    return view(page, null, form, act);
  }

  ModelAndView one(Page page, PayConnection c, Form form) {
    String trouble =
        Stream.of(c.trouble(), c.ledgerTrouble())
            .filter(words -> words != null)
            .findFirst()
            .orElse("");
    PayView.One one =
        new PayView.One(
            c.id(),
            c.name(),
            c.kind(),
            c.isOn(),
            settings.baseUrl() + "/in/pay/" + c.id(),
            trouble);
    return view(page, one, form, "connection");
  }

  private ModelAndView view(Page page, PayView.@Nullable One one, Form form, String act) {
    Voice t = page.t();
    return new ModelAndView(
        "remedies/payconnections",
        "v",
        new PayView.Connections(
            page,
            connections.all().stream().map(c -> line(t, c)).toList(),
            routes.all().stream().map(r -> route(t, r)).toList(),
            connections.providers().stream()
                .map(p -> Choice.of(p.kind(), t.say("remedies.pay.connections.kind." + p.kind())))
                .toList(),
            choices(t),
            one,
            form,
            act));
  }

  private static PayView.ConnectionLine line(Voice t, PayConnection c) {
    String state = !c.isOn() ? "off" : c.trouble() != null ? "trouble" : "ok";
    return new PayView.ConnectionLine(
        c.id(),
        c.name(),
        t.say("remedies.pay.connections.kind." + c.kind()) + ", " + c.url(),
        state,
        t.say("remedies.pay.connections.state." + (c.isOn() ? "on" : "off")),
        c.trouble() == null ? "" : c.trouble());
  }

  private PayView.RouteLine route(Voice t, PayRoute route) {
    List<String> named = new ArrayList<>();
    named.add(t.say("remedies.pay.routes.what." + route.what()));
    if (route.remedy() != null) {
      named.add(route.remedy());
    }
    if (route.brandId() != null) {
      named.add(staff.brand(route.brandId()).name());
    }
    if (route.currency() != null) {
      named.add(route.currency());
    }
    return new PayView.RouteLine(
        route.id(),
        t.say(
            "remedies.pay.routes.line",
            String.join(", ", named),
            connections.get(route.connectionId()).name()));
  }

  private PayView.Choices choices(Voice t) {
    Choice any = Choice.of("", t.say("remedies.pay.routes.any"));
    return new PayView.Choices(
        Stream.of("money", "task")
            .map(w -> Choice.of(w, t.say("remedies.pay.routes.what." + w)))
            .toList(),
        Stream.concat(Stream.of(any), routes.remedies().stream().map(c -> Choice.of(c, c)))
            .toList(),
        Stream.concat(
                Stream.of(any),
                staff.brands().stream().map(b -> Choice.of(String.valueOf(b.id()), b.name())))
            .toList(),
        connections.all().stream().map(c -> Choice.of(String.valueOf(c.id()), c.name())).toList());
  }
}
