package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseCadences;
import amends.cases.Cases;
import amends.cases.Conditions;
import amends.cases.FieldValues;
import amends.cases.Links;
import amends.cases.UnknownThings;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Need;
import amends.customers.QuietHours;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.Unit;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The column beside the timeline: promises, the customer, what was sold. */
@Component
final class Sides {
  private final Customers customers;
  private final Sold sold;
  private final Links links;
  private final FieldValues fields;
  private final Beside beside;

  Sides(Customers customers, Sold sold, Links links, FieldValues fields, Beside beside) {
    this.customers = customers;
    this.sold = sold;
    this.links = links;
    this.fields = fields;
    this.beside = beside;
  }

  /** What stands beside the promises to the customer. */
  @Component
  record Beside(
      OthersSide others,
      PromisedSide promised,
      CaseCadences cadences,
      Conditions conditions,
      Right right) {}

  /** What was sold, and what was named that is not known. */
  @Component
  record Sold(Goods goods, UnknownThings unknown) {}

  /** What makes it right. */
  @Component
  record Right(Cases cases, RightSides sides, RemedyEntries entries, BreachSides breaches) {}

  List<Need> needs(Customer customer) {
    return customers.needs(customer.id());
  }

  /**
   * @param works whether the viewer may act on the promises
   */
  Side of(Opened opened, List<Need> needs, boolean works) {
    long id = opened.file().matter().id();
    return new Side(
        beside.promised().of(opened, works),
        customer(opened, needs),
        goods(opened),
        Kin.of(links.of(id, opened.viewer()), id, opened.page()),
        works || opened.file().matter().closed() ? "/cases/" + id + "/links" : null,
        beside.others().of(opened, works),
        CaseFields.filled(opened.t(), opened.file().matter(), fields.of(opened.file().matter())),
        rhythms(opened, works && !opened.file().matter().settled()),
        right(opened),
        "/cases/" + id + "/similar",
        beside.right().breaches().of(opened, gives(opened), works));
  }

  /** What was given, asked for and offered, for the timeline. */
  List<Entry> remedies(Opened opened) {
    return beside.right().entries().of(opened);
  }

  /** Before anything is promised it stands there how far one may go. */
  private @Nullable RightSide right(Opened opened) {
    boolean gives = gives(opened);
    RightSide right = beside.right().sides().of(opened, gives);
    return gives || !right.given().isEmpty() ? right : null;
  }

  private boolean gives(Opened opened) {
    Case matter = opened.file().matter();
    return !matter.closed()
        && beside.right().cases().may(opened.viewer(), Permission.GRANT_REMEDY, matter);
  }

  private Side.Rhythms rhythms(Opened opened, boolean works) {
    Voice t = opened.t();
    String cadence = "/cases/" + opened.file().matter().id() + "/cadence";
    List<Side.Rhythm> running =
        beside.cadences().running(opened.file().matter()).stream()
            .map(c ->
                new Side.Rhythm(
                    c.rule().name(),
                    CadenceWords.of(c.rule(), t),
                    opened.file().promises().stream()
                        .filter(p -> p.id() == c.promiseId())
                        .map(p -> t.say("cases.cadence.side.next", t.at(p.dueAt(), opened.now())))
                        .findFirst()
                        .orElse(""),
                    works ? cadence + "/" + c.id() + "/end" : null))
            .toList();
    return new Side.Rhythms(running, works ? cadence : null, later(opened, works));
  }

  private Side.Later later(Opened opened, boolean works) {
    Voice t = opened.t();
    long id = opened.file().matter().id();
    String conditions = "/cases/" + id + "/conditions";
    return new Side.Later(
        beside.conditions().of(id, opened.viewer()).stream()
            .filter(c -> c.metAt() == null)
            .map(c ->
                new Side.Waiting(
                    t.say("cases.condition.side.waits", c.waitsFor(), c.words()),
                    works ? conditions + "/" + c.id() + "/met" : null))
            .toList(),
        works ? conditions : null);
  }

  private Side.Customer customer(Opened opened, List<Need> needs) {
    Customer customer = opened.customer();
    List<ContactPoint> living =
        customers.contacts(customer.id()).stream().filter(ContactPoint::living).toList();
    List<Side.ContactPoint> points =
        living.stream()
            .map(c ->
                new Side.ContactPoint(
                    c.channel().code(), c.address(), c.verifiedAt() != null, chosen(c, living)))
            .toList();
    return new Side.Customer(
        customer.name(),
        "/customers/" + customer.id(),
        facts(opened),
        points,
        needs.stream().map(n -> need(opened.t(), n)).toList());
  }

  /** Where there is only one of a channel, nothing was chosen. */
  private static boolean chosen(ContactPoint point, List<ContactPoint> living) {
    return point.preferred()
        && living.stream().filter(other -> other.channel() == point.channel()).count() > 1;
  }

  static Side.Need need(Voice t, Need need) {
    return new Side.Need(
        need.words(),
        t.say("cases.side.need", need.toldBy(), t.date(need.fromAt()), t.date(need.reviewAt())));
  }

  private static List<Side.Fact> facts(Opened opened) {
    List<Side.Fact> facts = facts(opened.t(), opened.customer());
    for (Case before : opened.file().before()) {
      String link = "/cases/" + before.id();
      facts.add(new Side.Fact(opened.t().say("cases.side.before"), before.subject(), link, false));
    }
    return facts;
  }

  /** How they want it. */
  static List<Side.Fact> facts(Voice t, Customer customer) {
    List<Side.Fact> facts = new ArrayList<>();
    if (customer.preferredChannel() != null) {
      facts.add(
          Side.Fact.of(
              t.say("cases.side.prefers"),
              t.say("customers.channel." + customer.preferredChannel().code())));
    }
    QuietHours quiet = customer.quietHours();
    if (quiet != null) {
      facts.add(
          Side.Fact.of(
              t.say("cases.side.quiet"),
              t.say(
                  "cases.side.quiet.hours",
                  quiet.from().toString(),
                  quiet.to().toString(),
                  customer.zone().getId())));
    }
    facts.add(
        Side.Fact.of(
            t.say("cases.side.language"), customer.locale().getDisplayLanguage(t.locale())));
    facts.add(Side.Fact.of(t.say("cases.side.zone"), customer.zone().getId()));
    return facts;
  }

  private List<Side.Fact> goods(Opened opened) {
    Voice t = opened.t();
    Case matter = opened.file().matter();
    List<Side.Fact> facts = new ArrayList<>();
    if (matter.unitId() != null) {
      Unit unit = sold.goods().unit(matter.unitId());
      facts.add(Side.Fact.of(t.say("cases.side.product"), unit.product().name()));
      facts.add(new Side.Fact(t.say("cases.side.serial"), unit.serial(), null, true));
      if (unit.lot() != null) {
        facts.add(new Side.Fact(t.say("cases.side.lot"), unit.lot(), null, true));
      }
    }
    if (matter.orderId() != null) {
      Order order = sold.goods().order(matter.orderId());
      facts.add(new Side.Fact(t.say("cases.side.order"), order.externalId(), null, true));
      facts.add(Side.Fact.of(t.say("cases.side.placed"), t.date(order.placedAt())));
      Money paid = order.terms().paid();
      if (paid != null) {
        facts.add(Side.Fact.of(t.say("cases.side.paid"), RemedyWords.money(t, paid)));
      }
      String payment = order.terms().payment();
      if (payment != null) {
        facts.add(new Side.Fact(t.say("cases.side.payment"), payment, null, true));
      }
      for (Order.Line line : order.lines()) {
        String pieces = String.valueOf(line.quantity());
        facts.add(
            Side.Fact.of(
                t.say("cases.side.line"),
                t.say("cases.side.pieces", pieces, line.product().name())));
      }
    }
    for (UnknownThings.Thing thing : sold.unknown().of(matter)) {
      String what =
          t.say(
              thing.kind() == UnknownThings.Kind.ORDER ? "cases.side.order" : "cases.side.serial");
      facts.add(Side.Fact.of(what, t.say("cases.side.unknown", thing.number())));
    }
    return facts;
  }
}
