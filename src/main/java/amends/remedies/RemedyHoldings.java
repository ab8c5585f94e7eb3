package amends.remedies;

import amends.customers.Holdings;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was given to them and why. Amounts, moments and codes are the books and stay; the words that
 * people wrote about it go.
 */
@Component
@Order(45)
final class RemedyHoldings implements Holdings {
  /** Theirs, or of a case whose time is over. */
  private static final String THEIRS =
      "(%1$s.customer_id = any(:customers) or %1$s.subject_kind = 'case' and %1$s.subject_id = any(:cases))";

  @Override
  public String room() {
    return "remedies";
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "remedy_grant",
        """
        select id, kind, interim, amount_minor, currency, reason, granted_at, promised_at, done_at,
          failed_at, stopped_at, reclaimed_at
        from remedy_grant where customer_id = any(:customers) order by id
        """);
    to.rows(
        "remedy_interim",
        """
        select i.grant_id, i.why, i.ends_at, i.ended_at, i.ended_why from remedy_interim i
        join remedy_grant g on g.id = i.grant_id
        where g.customer_id = any(:customers) order by i.grant_id
        """);
    to.rows(
        "remedy_request",
        """
        select r.id, w.amount_minor, w.currency, w.reason, r.asked_at, r.approved_at, r.refused_at, r.words
        from remedy_request r join remedy_wanted w on w.id = r.wanted_id
        where r.customer_id = any(:customers) order by r.id
        """);
    to.rows(
        "remedy_offer",
        """
        select id, reason, offered_at, valid_until, accepted_at, refused_at, refused_words, lapsed_at
        from remedy_offer where customer_id = any(:customers) order by id
        """);
    to.rows(
        "remedy_check",
        """
        select c.grant_id, c.result, c.words, c.at from remedy_check c
        join remedy_grant g on g.id = c.grant_id
        where g.customer_id = any(:customers) order by c.id
        """);
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.run(
        "remedy_grant", "update remedy_grant g set reason = :gone where " + THEIRS.formatted("g"));
    ofGrants(
        wiping,
        "remedy_interim",
        "why = :gone, ended_why = case when ended_why is not null then :gone end");
    ofGrants(wiping, "remedy_check", "words = case when words = '' then '' else :gone end");
    ofGrants(wiping, "remedy_backing", "lesson = case when lesson is not null then :gone end");
    ofGrants(wiping, "remedy_suspicion", "words = case when words is not null then :gone end");
    wiping.run(
        "remedy_wanted",
        """
        update remedy_wanted w set reason = :gone,
          interim_why = case when interim_why is not null then :gone end
        where w.id in (
          select r.wanted_id from remedy_request r where {r}
          union all
          select c.wanted_id from remedy_choice c join remedy_offer o on o.id = c.offer_id
          where {o})
        """
            .replace("{r}", THEIRS.formatted("r"))
            .replace("{o}", THEIRS.formatted("o")));
    wiping.run(
        "remedy_request",
        """
        update remedy_request r set words = case when words = '' then '' else :gone end
        where\
        """
            + " "
            + THEIRS.formatted("r"));
    wiping.run(
        "remedy_offer",
        """
        update remedy_offer o set reason = :gone,
          single_reason = case when single_reason is not null then :gone end,
          refused_words = case when refused_words is not null then :gone end
        where\
        """
            + " "
            + THEIRS.formatted("o"));
  }

  private static void ofGrants(Wiping wiping, String table, String words) {
    wiping.run(
        table,
        """
        update %s set %s where grant_id in (
          select g.id from remedy_grant g where %s)
        """
            .formatted(table, words, THEIRS.formatted("g")));
  }
}
