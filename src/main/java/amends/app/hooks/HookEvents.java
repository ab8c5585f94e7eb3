package amends.app.hooks;

import amends.journal.Journal.Sealed;
import amends.shared.Subject;
import amends.shared.api.ApiJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a call says: that something happened, to which numbers, and where to read it. No words. */
final class HookEvents {
  private final JdbcClient sql;
  private final String api;

  HookEvents(JdbcClient sql, String baseUrl) {
    this.sql = sql;
    this.api = baseUrl + "/api/v1/";
  }

  /** As Standard Webhooks shapes it. */
  private record Event(String id, String type, long seal, Instant timestamp, Data data) {}

  private record Data(
      String kind,
      long id,
      @Nullable Long caseId,
      @Nullable Long customerId,
      @Nullable Long brandId,
      @Nullable String link) {}

  private record Place(
      long seal,
      @Nullable Long matter,
      @Nullable Long customer,
      @Nullable Long brand,
      boolean restricted) {}

  /**
   * What a restricted case lives through is told to no program, not even that it does.
   *
   * @param brand only what belongs to a case of this brand; null for everything
   */
  List<HookCalls.Fresh> of(List<Sealed> entries, @Nullable Long brand) {
    Map<Long, Place> places = places(entries);
    return entries.stream()
        .filter(e -> !place(places, e).restricted())
        .filter(e -> brand == null || brand.equals(place(places, e).brand()))
        .map(e -> fresh(e, place(places, e)))
        .toList();
  }

  private static Place place(Map<Long, Place> places, Sealed entry) {
    return Objects.requireNonNull(places.get(entry.sealNo()));
  }

  private Map<Long, Place> places(List<Sealed> entries) {
    return sql
        .sql(
            """
            select x.seal, x.matter, v.brand_id, v.customer_id, v.named_only is not null as restricted
            from (
              select e.seal, case when e.kind = 'case' then e.id
                  else coalesce(p.subject_id, m.about_id, d.about_id) end as matter
              from unnest(cast(:seals as bigint[]), cast(:kinds as text[]), cast(:ids as bigint[]))
                as e(seal, kind, id)
              left join promises_v_promise p
                on e.kind = 'promise' and p.id = e.id and p.subject_kind = 'case'
              left join messages_v_message m
                on e.kind = 'message' and m.id = e.id and m.about_kind = 'case'
              left join messages_v_delivery d
                on e.kind = 'delivery' and d.id = e.id and d.about_kind = 'case') x
            left join cases_v_case v on v.id = x.matter
            """)
        .param("seals", entries.stream().map(Sealed::sealNo).toArray(Long[]::new))
        .param("kinds", entries.stream().map(e -> subject(e).kind()).toArray(String[]::new))
        .param("ids", entries.stream().map(e -> subject(e).id()).toArray(Long[]::new))
        .query(HookEvents::place)
        .list()
        .stream()
        .collect(Collectors.toMap(Place::seal, Function.identity()));
  }

  private static Place place(ResultSet rs, int n) throws SQLException {
    return new Place(
        rs.getLong("seal"),
        HookRows.number(rs, "matter"),
        HookRows.number(rs, "customer_id"),
        HookRows.number(rs, "brand_id"),
        rs.getBoolean("restricted"));
  }

  private static Subject subject(Sealed entry) {
    return entry.entry().subject();
  }

  private HookCalls.Fresh fresh(Sealed entry, Place place) {
    String id = "evt_" + entry.entry().id();
    Subject about = subject(entry);
    Data data =
        new Data(
            about.kind(),
            about.id(),
            place.matter(),
            about.kind().equals("customer") ? Long.valueOf(about.id()) : place.customer(),
            place.brand(),
            link(about, place.matter()));
    Event event = new Event(id, entry.entry().kind(), entry.sealNo(), entry.entry().at(), data);
    return new HookCalls.Fresh(
        entry.sealNo(),
        id,
        entry.entry().kind(),
        new String(ApiJson.bytes(event), StandardCharsets.UTF_8));
  }

  private @Nullable String link(Subject about, @Nullable Long matter) {
    if (matter != null) {
      return api + "cases/" + matter;
    }
    return switch (about.kind()) {
      case "customer", "order", "unit" -> api + about.kind() + "s/" + about.id();
      default -> null;
    };
  }
}
