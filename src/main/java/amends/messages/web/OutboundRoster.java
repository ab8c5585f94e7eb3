package amends.messages.web;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Errand;
import amends.messages.Errands;
import amends.messages.ManyErrands;
import amends.messages.Medium;
import amends.messages.post.LetterPrint;
import amends.shared.Subject;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what colleagues carry, of the matters that the viewer may work on. */
@Component
final class OutboundRoster {
  private static final int MOST = 200;
  private static final int RUNS = 8;

  /** So near it is only held so that it can be taken back. */
  private static final Duration MOMENT = Duration.ofMinutes(1);

  private final Errands errands;
  private final ManyErrands many;
  private final Customers customers;
  private final Guard guard;

  OutboundRoster(Errands errands, ManyErrands many, Customers customers, Guard guard) {
    this.errands = errands;
    this.many = many;
    this.customers = customers;
    this.guard = guard;
  }

  OutboundView view(Page page, Viewer viewer, List<Errand> found, Form form) {
    List<Errand> open = mine(viewer, errands.tasks(MOST));
    return new OutboundView(
        page,
        tasks(page, open, Medium.PHONE),
        tasks(page, open, Medium.LETTER),
        tasks(page, open, Medium.NOTE),
        many.piles().stream()
            .filter(p -> guard.mayWork(viewer, Subject.of("broadcast", p.broadcastId())))
            .map(p -> pile(page, p))
            .toList(),
        errands.batches(RUNS).stream().map(b -> run(page, b)).toList(),
        tasks(page, mine(viewer, found), null),
        form,
        0);
  }

  private static OutboundView.Pile pile(Page page, ManyErrands.Pile pile) {
    String key = pile.resting() ? "messages.outbound.many.resting" : "messages.outbound.many.how";
    return new OutboundView.Pile(
        pile.broadcastId(),
        pile.subject(),
        page.t().say(key, pile.toPrint(), pile.toPost()),
        pile.resting() ? 0 : Math.min(ManyErrands.RUN, pile.toPrint()));
  }

  /** Those of the matters that the viewer may work on. */
  List<Errand> mine(Viewer viewer, List<Errand> all) {
    Set<Subject> abouts = all.stream().map(Errand::about).collect(Collectors.toSet());
    Set<Subject> readable = guard.readable(viewer, abouts);
    return all.stream()
        .filter(e -> readable.contains(e.about()) && guard.mayWork(viewer, e.about()))
        .toList();
  }

  private List<OutboundView.Task> tasks(Page page, List<Errand> all, @Nullable Medium medium) {
    List<Errand> these = all.stream().filter(e -> medium == null || e.medium() == medium).toList();
    Map<Long, Customer> known =
        customers.customers(these.stream().map(Errand::customerId).distinct().toList());
    return these.stream().map(e -> task(page, e, known.get(e.customerId()))).toList();
  }

  private OutboundView.Task task(Page page, Errand errand, @Nullable Customer customer) {
    boolean post = errand.medium() != Medium.PHONE;
    boolean ready = !errand.from().isAfter(page.now());
    String when = page.t().at(errand.from(), page.now());
    return new OutboundView.Task(
        errand.id(),
        errand.medium().code(),
        customer == null ? "" : customer.name(),
        errand.many() == null
            ? page.t()
                .say("messages.outbound." + errand.about().kind(), guard.number(errand.about()))
            : page.t().say("messages.outbound.said-to-many", errand.subject()),
        errand.many() == null
            ? "/" + errand.about().kind() + "s/" + errand.about().id()
            : "/customers/" + errand.customerId(),
        post && customer != null
            ? LetterPrint.to(customer, errand.address())
            : List.of(errand.address()),
        errand.words(),
        errand.reference(),
        ready
            ? errand.tries() == 0 ? "" : page.t().say("messages.outbound.tries", errand.tries())
            : errand.from().isBefore(page.now().plus(MOMENT))
                ? page.t().say("messages.outbound.held")
                : page.t().say("messages.outbound.from", when),
        ready,
        state(page, errand),
        errand.open(),
        errand.notSent() != null,
        takeDown(errand),
        errand.batchId() == null ? 0 : errand.batchId());
  }

  /** Of a call to many that belongs to no case: they are found there by the number. */
  private static String takeDown(Errand errand) {
    Errand.Many many = errand.many();
    return many == null || many.caseId() != null || errand.medium() != Medium.PHONE
        ? ""
        : "/cases/new?find=" + errand.address().replaceAll("\\D", "");
  }

  private static String state(Page page, Errand errand) {
    String notSent = errand.notSent();
    if (notSent != null) {
      return page.t().say("messages.outbound.stopped", page.t().say(notSent));
    }
    if (errand.failedAt() != null) {
      return page.t()
          .say("messages.outbound.came-back", page.t().at(errand.failedAt(), page.now()));
    }
    return errand.sentAt() == null
        ? ""
        : page.t().say("messages.outbound.posted-at", page.t().at(errand.sentAt(), page.now()));
  }

  private static OutboundView.Run run(Page page, Errands.Batch batch) {
    return new OutboundView.Run(
        batch.id(),
        page.t()
            .say(
                "messages.outbound.run",
                String.valueOf(batch.id()),
                batch.letters(),
                page.t().at(batch.madeAt(), page.now()),
                batch.open()));
  }
}
