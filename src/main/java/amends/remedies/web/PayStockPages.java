package amends.remedies.web;

import amends.goods.Goods;
import amends.goods.Product;
import amends.goods.Stock;
import amends.goods.Unit;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The units that are ours to send. */
@Controller
final class PayStockPages {
  private static final String HERE = "/payments/stock";

  /** So many fit into one delivery note; each is looked up by itself. */
  private static final int MOST = 500;

  private static final int SHOWN = 80;

  private final Stock stock;
  private final Goods goods;
  private final Permits permits;

  PayStockPages(Stock stock, Goods goods, Permits permits) {
    this.stock = stock;
    this.goods = goods;
    this.permits = permits;
  }

  @GetMapping(HERE)
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.PAY_REMEDY);
    return shown(page, Form.blank());
  }

  private ModelAndView shown(Page page, Form form) {
    List<PayView.StockLine> lines =
        stock.counts().stream()
            .map(c ->
                new PayView.StockLine(
                    c.product(), page.t().say("remedies.pay.stock.line", c.free(), c.held())))
            .toList();
    return new ModelAndView("remedies/paystock", "v", new PayView.Stock(page, lines, form));
  }

  @PostMapping(HERE)
  ModelAndView enter(Filled filled, RedirectAttributes next) {
    permits.require(filled.viewer(), Permission.PAY_REMEDY);
    return filled.act(
        next,
        () ->
            new Filled.Done(
                HERE, filled.page().t().say("remedies.pay.flash.stocked", entered(filled))),
        form -> shown(filled.page(), form));
  }

  private int entered(Filled filled) {
    try {
      return stock.enter(units(filled), filled.viewer().actor());
    } catch (Refusal refusal) {
      String field = refusal.field().equals("serial") ? "serials" : refusal.field();
      throw new Refusal(field, refusal.key(), refusal.args());
    }
  }

  private List<Long> units(Filled filled) {
    Product product =
        goods
            .product(filled.field("product"))
            .orElseThrow(() -> new Refusal("product", "remedies.pay.refusal.no-product"));
    List<String> serials =
        Stream.of(filled.field("serials").split("[\\r\\n,;]+"))
            .map(String::strip)
            .filter(serial -> !serial.isEmpty())
            .distinct()
            .toList();
    if (serials.isEmpty()) {
      throw new Refusal("serials", "remedies.pay.refusal.no-units");
    }
    if (serials.size() > MOST) {
      throw new Refusal("serials", "remedies.pay.refusal.many-units", MOST);
    }
    return serials.stream().map(serial -> unit(product, serial)).toList();
  }

  /** Whoever typed many hears which of them nobody knows; none is left out in silence. */
  private long unit(Product product, String serial) {
    return goods.units(serial).stream()
        .filter(unit -> unit.product().id() == product.id())
        .map(Unit::id)
        .findFirst()
        .orElseThrow(() ->
            new Refusal("serials", "remedies.pay.refusal.unknown-unit", Plain.line(serial, SHOWN)));
  }
}
