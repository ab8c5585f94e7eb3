package amends.cases;

import amends.messages.Outgoing;
import amends.messages.Way;
import amends.promises.Promise;
import amends.staff.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words of colleagues in a case, to the customer and among themselves. */
@Component
final class Conversation {
  private final Correspondence correspondence;
  private final Pledges pledges;
  private final Tellings tellings;
  private final Handovers handovers;
  private final Pledges.Agreed agreed;

  Conversation(
      Correspondence correspondence,
      Pledges pledges,
      Tellings tellings,
      Handovers handovers,
      Pledges.Agreed agreed) {
    this.correspondence = correspondence;
    this.pledges = pledges;
    this.tellings = tellings;
    this.handovers = handovers;
    this.agreed = agreed;
  }

  Tellings tellings() {
    return tellings;
  }

  Optional<Way> replyWay(Case matter) {
    return correspondence.replyWay(matter);
  }

  List<Way> ways(Case matter) {
    return correspondence.ways(matter);
  }

  Outgoing draft(Case matter, Draft draft, Viewer by) {
    return correspondence.draft(matter, draft, by);
  }

  /** The case as it stands once whoever acts on it owns it. */
  Case owned(Case matter, Viewer by) {
    return handovers.owned(matter, by);
  }

  long tellMoved(Case matter, Promise old, Promise anew, Moving how, Viewer by) {
    long message = correspondence.tellMoved(matter, old, anew, how, by);
    tellings.customerKnows(matter);
    return message;
  }

  /**
   * @return the id of the message
   */
  long reply(Case matter, Draft draft, Viewer by) {
    agreed.onlyChanges().require(matter, draft);
    long message = correspondence.reply(owned(matter, by), draft, by);
    tellings.customerKnows(matter);
    return message;
  }

  void call(Case matter, String direction, @Nullable Integer minutes, Draft draft, Viewer by) {
    if (direction.equals("out")) {
      agreed.rules().requireCall(matter.id(), by);
      agreed.onlyChanges().require(matter, draft);
    }
    Case own = owned(matter, by);
    long call = tellings.called(own.id(), direction, minutes, draft.text(), by);
    if (direction.equals("out")) {
      pledges.rang(own, draft, call, by.actor());
    } else {
      pledges.wasRung(own, draft, call, by.actor());
    }
    tellings.customerKnows(matter);
    if (direction.equals("in")) {
      tellings.listened(own, new HeardIn.Call(call), draft.text());
    }
  }
}
