package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Draft;
import amends.cases.FieldValues;
import amends.cases.NewCase;
import amends.cases.Settling;
import amends.cases.web.CaseAsks.FilledJson;
import amends.cases.web.CaseAsks.FollowUpSent;
import amends.cases.web.CaseAsks.HandOverJson;
import amends.cases.web.CaseAsks.NewCaseJson;
import amends.cases.web.CaseAsks.NewStatementJson;
import amends.cases.web.CaseAsks.NoteJson;
import amends.cases.web.CaseAsks.PhoneCallJson;
import amends.cases.web.CaseAsks.PromisedJson;
import amends.cases.web.CaseAsks.ReopeningJson;
import amends.cases.web.CaseAsks.ReplyJson;
import amends.cases.web.CaseAsks.SettlementJson;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.shared.api.ApiProblem;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program does in a case: the same acts as a colleague's. */
@Component
final class CaseWrites {
  private final Cases cases;
  private final Customers customers;
  private final Matters matters;
  private final Permits permits;
  private final FieldValues fields;

  CaseWrites(
      Cases cases, Customers customers, Matters matters, Permits permits, FieldValues fields) {
    this.cases = cases;
    this.customers = customers;
    this.matters = matters;
    this.permits = permits;
    this.fields = fields;
  }

  long open(NewCaseJson said, Viewer by) {
    Customer customer = customer(said);
    Matters.Place place = matters.place(said.owner(), by);
    refuseOutOfReach(Scope.of(place.ownerId(), place.teamId(), place.brand().id()), by);
    boolean knows = !said.channel().equals("ourselves");
    Case opened =
        cases.open(
            new NewCase(
                place.brand().id(),
                place.teamId(),
                place.ownerId(),
                customer.id(),
                matters.channel(said.channel()),
                said.subject(),
                said.statement(),
                said.asks(),
                matters.order(orEmpty(said.order())),
                matters.unit(orEmpty(said.unit())),
                knows,
                knows ? Promise.Kind.CONTACT : Promise.Kind.LOOK,
                said.next().words(),
                said.next().dueAt(),
                by.actor()),
            by);
    fill(opened.id(), said.fields() == null ? List.of() : said.fields(), by);
    if (knows) {
      cases.state(opened.id(), "customer", customer.name(), said.statement(), by);
    }
    return opened.id();
  }

  private Customer customer(NewCaseJson said) {
    Long id = said.customerId();
    String externalId = said.customerExternalId();
    if ((id == null) == (externalId == null)) {
      throw ApiProblem.invalid("customer_id", "cases.api.customer");
    }
    Optional<Customer> found =
        externalId == null
            ? Optional.ofNullable(customers.customers(List.of(id)).get(id))
            : customers.byExternalId(externalId);
    return found.orElseThrow(() ->
        ApiProblem.invalid(
            externalId == null ? "customer_id" : "customer_external_id",
            "cases.api.no-customer",
            externalId == null ? String.valueOf(id) : externalId));
  }

  /** A program puts nothing where it could not find it again. */
  private void refuseOutOfReach(Scope scope, Viewer by) {
    if (!permits.may(by, Permission.SEE_CASE, scope)) {
      throw new Refusal("owner", "cases.api.out-of-reach");
    }
  }

  void reply(long id, ReplyJson said, Viewer by) {
    PromisedJson next = said.next();
    boolean nothing = Boolean.TRUE.equals(said.nothingMore());
    if (nothing && next != null) {
      throw ApiProblem.invalid("next", "cases.api.next-or-nothing");
    }
    Draft draft = draft(said.text(), next, nothing).settling(settled(said.settles()));
    Draft.Purpose purpose = said.purpose();
    cases.reply(id, purpose == null ? draft : draft.with(purpose), by);
  }

  void call(long id, PhoneCallJson said, Viewer by) {
    PromisedJson next = said.next();
    boolean nothing = Boolean.TRUE.equals(said.nothingMore());
    if (nothing && next != null) {
      throw ApiProblem.invalid("next", "cases.api.next-or-nothing");
    }
    Draft draft = draft(said.words(), next, nothing).settling(settled(said.settles()));
    cases.call(id, said.direction(), said.minutes(), draft, by);
  }

  void state(long id, NewStatementJson said, Viewer by) {
    cases.state(id, said.side(), said.who(), said.words(), by);
  }

  void followUp(long id, FollowUpSent said, Viewer by) {
    Channel channel = said.channel() == null ? Channel.EMAIL : said.channel();
    cases.followUp(
        id, said.result(), channel.code(), draft(orEmpty(said.words()), said.next(), false), by);
  }

  void reopen(long id, ReopeningJson said, Viewer by) {
    cases.reopen(id, said.why(), said.next().words(), said.next().dueAt(), by);
  }

  void close(long id, Viewer by) {
    cases.close(id, by);
  }

  private static Set<Long> settled(@Nullable List<Long> said) {
    return said == null ? Set.of() : Set.copyOf(said);
  }

  private static Draft draft(String text, @Nullable PromisedJson next, boolean nothing) {
    return new Draft(
        text, next == null ? null : next.words(), next == null ? null : next.dueAt(), nothing);
  }

  /**
   * @throws ApiProblem when a field stands there twice
   */
  void fill(long id, List<FilledJson> sent, Viewer by) {
    Map<String, String> values = new HashMap<>();
    for (FilledJson each : sent) {
      if (values.put(each.key(), each.value()) != null) {
        throw ApiProblem.invalid("fields", "cases.field.refuse.twice", each.key());
      }
    }
    if (!values.isEmpty()) {
      fields.setByKey(id, values, by);
    }
  }

  void note(long id, NoteJson said, Viewer by) {
    cases.note(id, said.text(), by);
  }

  void handOver(long id, HandOverJson said, Viewer by) {
    cases.handOver(id, said.owner(), orEmpty(said.words()), by);
    if (!cases.maySee(id, by)) {
      throw new Refusal("owner", "cases.api.out-of-reach");
    }
  }

  void settle(long id, SettlementJson said, Viewer by) {
    cases.settle(
        id,
        new Settling(
            said.outcome(),
            said.done(),
            said.reasons(),
            said.turnTo(),
            said.survivor(),
            said.forwardedTo(),
            said.followUpAt(),
            said.followUpBy()),
        by);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
