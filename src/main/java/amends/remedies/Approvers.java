package amends.remedies;

import amends.remedies.Counting.Rooms;
import amends.shared.Money;
import amends.staff.Leads;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who is asked: the nearest lead or manager of the matter's team who is at work and whose own
 * authority is enough. Never whoever asks, and nobody who is the customer.
 */
@Component
final class Approvers {
  private final Leads leads;
  private final Counting counting;
  private final Standing standing;

  Approvers(Leads leads, Counting counting, Standing standing) {
    this.leads = leads;
    this.counting = counting;
    this.standing = standing;
  }

  /**
   * What somebody asks leave for.
   *
   * @param kinds of all that would be given
   */
  record Leave(Set<Remedy.Kind> kinds, Money amount, long asker) {}

  /** The first who could answer now, and who stands in: at most two. */
  List<Long> of(Matter matter, Leave leave, Instant now) {
    return of(matter, standing.footing(matter), leave, now);
  }

  List<Long> of(Matter matter, Footing footing, Leave leave, Instant now) {
    List<Viewer> there =
        leads.atWork(matter.teamId(), now).stream()
            .filter(lead -> lead.id() != leave.asker() && matter.mayKnow(lead.id()))
            .filter(lead -> !footing.isOwn(lead.email()))
            .toList();
    if (there.isEmpty()) {
      return List.of();
    }
    Map<Long, Rooms> rooms = counting.rooms(there, matter, footing, now);
    return there.stream()
        .map(Viewer::id)
        .filter(id -> could(Objects.requireNonNull(rooms.get(id)), leave))
        .limit(2)
        .toList();
  }

  private static boolean could(Rooms rooms, Leave leave) {
    return rooms
        .room(leave.kinds(), leave.amount().currency())
        .filter(room -> room.holds(leave.amount()))
        .isPresent();
  }
}
