package amends.remedies;

import amends.remedies.Deciding.Reserved;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers as they are stored. */
@Component
final class OfferRows {
  private final JdbcClient sql;
  private final Dealt dealt;

  OfferRows(JdbcClient sql, Dealt dealt) {
    this.sql = sql;
    this.dealt = dealt;
  }

  /** One thing to choose, and what it is worth. */
  record Weighed(Wanted wanted, Remedy.Kind kind, Money worth) {}

  /**
   * What is kept for it.
   *
   * @param reserved of the offerer's limit
   * @param refund of what was paid for the matter's order; 0 where nothing bounds it
   */
  record Aside(Keys keys, Money reserved, long refund) {}

  long insert(
      Matter matter,
      NewOffer offer,
      List<Weighed> choices,
      Aside aside,
      @Nullable String once,
      Instant now) {
    Keys keys = aside.keys();
    Money reserved = aside.reserved();
    Purchase purchase = matter.purchase();
    long id =
        sql.sql(
                """
                insert into remedy_offer (subject_kind, subject_id, customer_id, brand_id, team_id,
                  law, single_reason, reason, offered_by, offered_by_token, offered_at, valid_until,
                  limit_id, ruled_day, period_begins, counted_for, reserved_minor, currency, once_key,
                  order_id, refund_minor)
                values (:kind, :subject, :customer, :brand, :team, :law, :single, :reason, :by, :token, :now,
                  :until, :limit, :day, :period, :countedFor, :reserved, :currency, :once,
                  :order, :refund)
                returning id
                """)
            .param("kind", matter.about().kind())
            .param("subject", matter.about().id())
            .param("customer", matter.customerId())
            .param("brand", matter.brandId())
            .param("team", matter.teamId())
            .param("law", offer.law())
            .param("single", offer.singleReason())
            .param("reason", offer.reason().strip())
            .param("by", keys.person() > 0 ? keys.person() : null)
            .param("token", keys.person() < 0 ? -keys.person() : null)
            .param("now", Sql.at(now))
            .param("until", Sql.at(offer.validUntil()))
            .param("limit", keys.limit().id())
            .param("day", keys.day())
            .param("period", keys.period())
            .param("countedFor", keys.customer())
            .param("reserved", reserved.minor())
            .param("currency", reserved.currency())
            .param("once", once)
            .param("order", purchase == null ? null : purchase.orderId())
            .param("refund", aside.refund())
            .query(Long.class)
            .single();
    for (int place = 0; place < choices.size(); place++) {
      insertChoice(id, place, choices.get(place));
    }
    return id;
  }

  private void insertChoice(long offer, int place, Weighed choice) {
    long wanted = new WantedRows(sql).insert(choice.wanted(), choice.worth());
    sql.sql(
            "insert into remedy_choice (offer_id, place, wanted_id) values (:offer, :place, :wanted)")
        .param("offer", offer)
        .param("place", place)
        .param("wanted", wanted)
        .update();
  }

  Optional<Offer> find(long id) {
    return read("o.id = :id", "id", id).stream().findFirst();
  }

  Optional<Offer> before(String once) {
    return read("o.once_key = :once", "once", once).stream().findFirst();
  }

  /** Taken until the act ends: a double click, and the alarm, come one after the other. */
  Optional<Offer> held(long id) {
    sql.sql("select id from remedy_offer where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id);
  }

  List<Offer> of(Subject about) {
    return dealt.list(about, Dealt.Kind.OFFER, () -> offered(about));
  }

  private List<Offer> offered(Subject about) {
    return sql.sql(
            "select * from remedy_offer o where o.subject_kind = :kind and o.subject_id = :id order by o.id")
        .param("kind", about.kind())
        .param("id", about.id())
        .query(this::offer)
        .list();
  }

  private List<Offer> read(String condition, String name, Object value) {
    return sql.sql("select * from remedy_offer o where " + condition)
        .param(name, value)
        .query(this::offer)
        .list();
  }

  /** What was set aside for it. */
  Reserved reserved(Offer offer) {
    return sql.sql(
            """
            select l.*, o.counted_for, o.ruled_day, o.period_begins, o.reserved_minor, o.offered_by,
              o.offered_by_token, o.offered_at
            from remedy_offer o join authority_limit l on l.id = o.limit_id where o.id = :id
            """)
        .param("id", offer.id())
        .query((rs, n) ->
            new Reserved(
                offer.id(),
                new Keys(
                    LimitRows.read(rs, n),
                    offer.about(),
                    rs.getLong("counted_for"),
                    rs.getObject("ruled_day", LocalDate.class),
                    WantedRows.who(rs, "offered_by"),
                    rs.getObject("period_begins", LocalDate.class)),
                Sql.instant(rs, "offered_at"),
                new Money(rs.getLong("reserved_minor"), rs.getString("currency"))))
        .single();
  }

  /** How it ended: accepted, refused, withdrawn or lapsed. */
  record End(String how, @Nullable Long choice, @Nullable String words, @Nullable String on) {}

  void end(long id, End end, Actor by, Instant now) {
    sql.sql(
            """
            update remedy_offer set %s_at = :now, chosen_id = :choice, refused_words = :words,
              answered_on = :on, answered_by_kind = :byKind, answered_by_id = :byId
            where id = :id
            """
                .formatted(end.how()))
        .param("now", Sql.at(now))
        .param("choice", end.choice())
        .param("words", end.words())
        .param("on", end.on())
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("id", id)
        .update();
  }

  /** Nothing of it was chosen after all. */
  void reopen(long id) {
    sql.sql(
            """
            update remedy_offer set accepted_at = null, chosen_id = null, answered_on = null,
              answered_by_kind = null, answered_by_id = null
            where id = :id
            """)
        .param("id", id)
        .update();
  }

  private List<Offer.Choice> choices(long offer) {
    return sql.sql(
            """
            select c.id as choice, c.place, r.kind, %s
            from remedy_choice c join remedy_wanted w on w.id = c.wanted_id
            join remedy r on r.id = w.remedy_id
            where c.offer_id = :offer order by c.place
            """
                .formatted(WantedRows.COLUMNS))
        .param("offer", offer)
        .query((rs, n) ->
            new Offer.Choice(
                rs.getLong("choice"),
                rs.getInt("place"),
                WantedRows.read(rs),
                Remedy.Kind.of(rs.getString("kind")),
                WantedRows.worth(rs)))
        .list();
  }

  private Offer offer(ResultSet rs, int n) throws SQLException {
    return new Offer(
        rs.getLong("id"),
        Subject.of(rs.getString("subject_kind"), rs.getLong("subject_id")),
        rs.getLong("customer_id"),
        rs.getLong("brand_id"),
        rs.getLong("team_id"),
        rs.getString("law"),
        rs.getString("reason"),
        WantedRows.who(rs, "offered_by"),
        Sql.instant(rs, "offered_at"),
        Sql.instant(rs, "valid_until"),
        choices(rs.getLong("id")),
        Sql.instantOrNull(rs, "accepted_at"),
        Sql.longOrNull(rs, "chosen_id"),
        Sql.instantOrNull(rs, "refused_at"),
        rs.getString("refused_words"),
        Sql.instantOrNull(rs, "withdrawn_at"),
        Sql.instantOrNull(rs, "lapsed_at"),
        rs.getString("answered_on"));
  }
}
