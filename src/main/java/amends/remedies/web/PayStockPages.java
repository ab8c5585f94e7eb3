package amends.remedies.web;

import amends.goods.Goods;
import amends.goods.Product;
import amends.goods.Stock;
import amends.goods.Unit;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The units that are ours to send. */
@Controller
final class PayStockPages {
  private final Stock stock;
  private final Goods goods;
  private final Permits permits;

  PayStockPages(Stock stock, Goods goods, Permits permits) {
    this.stock = stock;
    this.goods = goods;
    this.permits = permits;
  }

  @GetMapping("/payments/stock")
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

  @PostMapping("/payments/stock")
  ModelAndView enter(
      Page page, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    permits.require(viewer, Permission.PAY_REMEDY);
    try {
      int fresh = stock.enter(units(typed), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("remedies.pay.flash.stocked", fresh));
      return new ModelAndView("redirect:/payments/stock");
    } catch (Refusal refusal) {
      String field = refusal.field().equals("serial") ? "serials" : refusal.field();
      Form form = Form.of(typed).refused(field, page.t().say(refusal));
      ModelAndView again = shown(page, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  private List<Long> units(Map<String, String> typed) {
    Product product =
        goods
            .product(typed.getOrDefault("product", "").strip())
            .orElseThrow(() -> new Refusal("product", "remedies.pay.refusal.no-product"));
    List<Long> found =
        Stream.of(typed.getOrDefault("serials", "").split("[\\r\\n,;]+"))
            .map(String::strip)
            .filter(serial -> !serial.isEmpty())
            .flatMap(serial -> goods.units(serial).stream())
            .filter(unit -> unit.product().id() == product.id())
            .map(Unit::id)
            .toList();
    if (found.isEmpty()) {
      throw new Refusal("serials", "remedies.pay.refusal.no-units");
    }
    return found;
  }
}
