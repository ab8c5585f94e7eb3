package amends.customers;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Upserted;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists of customers from other systems, told again and again by their numbers there: who is new is
 * written down, what differs is changed, what is equal is no change, and what cannot be is refused
 * by itself, without the others. Addresses are added and never taken away.
 */
@Component
public final class CustomerUpserts {
  private final Acts acts;
  private final Customers customers;
  private final Changes changes;

  CustomerUpserts(Acts acts, Customers customers, Changes changes) {
    this.acts = acts;
    this.customers = customers;
    this.changes = changes;
  }

  /**
   * A customer as another system tells of them.
   *
   * @param draft with its number; kind, language and zone are for whoever is new
   * @param locale the language to write to them in; null leaves what is known
   * @param zone their zone; null leaves what is known
   */
  public record Sheet(NewCustomer draft, @Nullable Locale locale, @Nullable ZoneId zone) {
    String number() {
      return String.valueOf(draft.externalId());
    }
  }

  /**
   * What became of each, in their order; in one list the last word on a number counts. They are
   * taken in the order of their numbers, so that two lists lock rows in the same order.
   */
  public List<Upserted> enter(List<Sheet> sheets, Actor by) {
    Map<String, Integer> last = new TreeMap<>();
    for (int i = 0; i < sheets.size(); i++) {
      last.put(sheets.get(i).number(), i);
    }
    return acts.call(() -> {
      Upserted again =
          new Upserted(Upserted.What.REFUSED, null, new Refusal("", "customers.refuse.again"));
      List<Upserted> told = new ArrayList<>(Collections.nCopies(sheets.size(), again));
      last.values().forEach(i -> told.set(i, enter(sheets.get(i), by)));
      return told;
    });
  }

  private Upserted enter(Sheet sheet, Actor by) {
    try {
      Optional<Customer> known = customers.byExternalId(sheet.number());
      refuse(sheet, known);
      if (known.isEmpty()) {
        return new Upserted(Upserted.What.CREATED, changes.add(sheet.draft(), by).id(), null);
      }
      boolean changed = change(changes.lock(known.get().id()), sheet, by);
      return new Upserted(
          changed ? Upserted.What.UPDATED : Upserted.What.UNCHANGED, known.get().id(), null);
    } catch (Refusal refusal) {
      return new Upserted(Upserted.What.REFUSED, null, refusal);
    }
  }

  /** Asked before anything is written, so that a refused sheet has changed nothing. */
  private void refuse(Sheet sheet, Optional<Customer> known) {
    if (Plain.line(sheet.draft().name(), Meeting.LONGEST_NAME).isEmpty()) {
      throw new Refusal("name", "customers.refuse.name");
    }
    List<Long> selves = known.map(k -> customers.selves(k.id())).orElse(List.of());
    for (NewCustomer.Reach reach : sheet.draft().contacts()) {
      Address.of(reach.channel(), reach.address());
      customers
          .recognise(reach.channel(), reach.address())
          .filter(bearer -> !selves.contains(bearer.id()))
          .ifPresent(other -> {
            throw new Refusal("address", "customers.refuse.taken", reach.address());
          });
    }
  }

  /** Of a merged one only the addresses: how the survivor is called, its own entry says. */
  private boolean change(Customer before, Sheet sheet, Actor by) {
    boolean changed = false;
    if (sheet.number().equals(before.externalId())) {
      String name = Plain.line(sheet.draft().name(), Meeting.LONGEST_NAME);
      if (!name.equals(before.name())) {
        customers.rename(before.id(), name, by);
        changed = true;
      }
      Locale locale = sheet.locale() == null ? before.locale() : sheet.locale();
      ZoneId zone = sheet.zone() == null ? before.zone() : sheet.zone();
      if (!locale.equals(before.locale()) || !zone.equals(before.zone())) {
        changes.settle(before.id(), locale, zone, by);
        changed = true;
      }
    }
    for (NewCustomer.Reach reach : sheet.draft().contacts()) {
      if (customers.recognise(reach.channel(), reach.address()).isEmpty()) {
        customers.addContact(before.id(), reach.channel(), reach.address(), by);
        changed = true;
      }
    }
    return changed;
  }
}
