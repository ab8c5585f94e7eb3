package amends.goods.web;

import amends.goods.Goods;
import amends.goods.GoodsList;
import amends.goods.web.GoodsAsks.OrderFilter;
import amends.goods.web.GoodsAsks.OrdersSent;
import amends.goods.web.GoodsAsks.ProductFilter;
import amends.goods.web.GoodsAsks.ProductsSent;
import amends.goods.web.GoodsAsks.UnitFilter;
import amends.goods.web.GoodsAsks.UnitsSent;
import amends.goods.web.GoodsJson.OrderJson;
import amends.goods.web.GoodsJson.ProductJson;
import amends.goods.web.GoodsJson.UnitJson;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.shared.api.UpsertJson;
import amends.staff.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Goods",
    about =
        "What was sold to whom. Your systems tell of it by their own numbers, again and again:"
            + " telling the same once more changes nothing.")
final class GoodsApi {
  private static final String LISTED = "In the order in which they were entered.";
  private static final String TAKEN =
      "Up to 1,000 in a list. Each entry gets a result of its own: created, updated, unchanged, or"
          + " refused with a reason; a refused entry does not keep the others from being taken. When"
          + " a number stands in one list twice, the last one counts.";

  private final Goods goods;
  private final GoodsList list;
  private final GoodsWrites writes;
  private final Posts posts;

  GoodsApi(Goods goods, GoodsList list, GoodsWrites writes, Posts posts) {
    this.goods = goods;
    this.list = list;
    this.writes = writes;
    this.posts = posts;
  }

  @Operation(name = "list_products", does = "List products", more = LISTED, scope = "goods:read")
  @GetMapping("/api/v1/products")
  Items<ProductJson> products(Asked<ProductFilter> asked) {
    return asked.page(
        list.products(asked.filters().externalId(), asked.afterId(), asked.most()),
        product -> Place.of(product.id()),
        ProductJson::of);
  }

  @Operation(
      name = "upsert_products",
      does = "Enter or change products",
      more = TAKEN,
      scope = "goods:write")
  @PostMapping("/api/v1/products")
  Reply<UpsertJson> enterProducts(ApiCall call, Sent<ProductsSent> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.products(sent.body().items(), by.actor())));
  }

  @Operation(name = "list_units", does = "List units", more = LISTED, scope = "goods:read")
  @GetMapping("/api/v1/units")
  Items<UnitJson> units(Asked<UnitFilter> asked) {
    UnitFilter f = asked.filters();
    return asked.page(
        list.units(
            new GoodsList.UnitsWanted(f.externalId(), f.serial(), f.product(), f.lot()),
            asked.afterId(),
            asked.most()),
        unit -> Place.of(unit.id()),
        UnitJson::of);
  }

  @Operation(name = "read_unit", does = "Read a unit", scope = "goods:read")
  @GetMapping("/api/v1/units/{id}")
  UnitJson unit(@PathVariable long id) {
    return UnitJson.of(goods.unit(id));
  }

  @Operation(
      name = "upsert_units",
      does = "Enter or change units and their lots",
      more = TAKEN,
      scope = "goods:write")
  @PostMapping("/api/v1/units")
  Reply<UpsertJson> enterUnits(ApiCall call, Sent<UnitsSent> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.units(sent.body().items(), by.actor())));
  }

  @Operation(name = "list_orders", does = "List orders", more = LISTED, scope = "goods:read")
  @GetMapping("/api/v1/orders")
  Items<OrderJson> orders(Asked<OrderFilter> asked) {
    OrderFilter f = asked.filters();
    return asked.page(
        list.orders(
            new GoodsList.OrdersWanted(f.externalId(), f.customerId(), f.serial(), f.placedSince()),
            asked.afterId(),
            asked.most()),
        order -> Place.of(order.id()),
        OrderJson::of);
  }

  @Operation(name = "read_order", does = "Read an order", scope = "goods:read")
  @GetMapping("/api/v1/orders/{id}")
  OrderJson order(@PathVariable long id) {
    return OrderJson.of(goods.order(id));
  }

  @Operation(
      name = "upsert_orders",
      does = "Enter or change orders with all of their lines",
      more = TAKEN + " Lines that are no longer told of go.",
      scope = "goods:write")
  @PostMapping("/api/v1/orders")
  Reply<UpsertJson> enterOrders(ApiCall call, Sent<OrdersSent> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.orders(sent.body().items(), by.actor())));
  }
}
