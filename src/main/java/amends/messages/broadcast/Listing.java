package amends.messages.broadcast;

import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which audiences there are, and the list that is made of one. */
@Component
final class Listing {
  private static final TypeReference<Map<String, String>> ASKS = new TypeReference<>() {};

  private final JdbcClient sql;
  // Made by the rooms above: asked for when the first list is made.
  private final ObjectProvider<Audience> audiences;
  private final Lists lists;
  private final BroadcastRows rows;
  private final Context context;
  private final JsonMapper json = JsonMapper.builder().build();

  Listing(
      JdbcClient sql,
      ObjectProvider<Audience> audiences,
      Lists lists,
      BroadcastRows rows,
      Context context) {
    this.sql = sql;
    this.audiences = audiences;
    this.lists = lists;
    this.rows = rows;
    this.context = context;
  }

  /** Who asked, and when it is made. */
  @Component
  record Context(Staff staff, ApiTokens tokens, Naming naming, InstantSource clock) {}

  List<Audience> all() {
    return audiences.orderedStream().toList();
  }

  private Audience audience(String code) {
    return all().stream()
        .filter(a -> a.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("audience", "messages.broadcast.refusal.audience"));
  }

  /**
   * Notes whom it is for; the list is made in the background.
   *
   * @throws Refusal of a field of the audience
   */
  void ask(
      long id, String audience, Map<String, String> asks, @Nullable Long without, Viewer viewer) {
    if (audience.equals(Named.CODE)) {
      name(id, Naming.read(asks.getOrDefault(Named.LIST, "")), without, viewer);
      return;
    }
    audience(audience).who(asks, viewer);
    asked(id, audience, new Asked(asks, without, viewer.actor()));
  }

  /** Who is named is kept as rows, which an erasure reaches. */
  void name(long id, List<Broadcasts.Name> people, @Nullable Long without, Viewer viewer) {
    audience(Named.CODE).who(Map.of(), viewer);
    int many = context.naming().keep(id, people);
    Map<String, String> asks = Map.of("named", String.valueOf(many));
    asked(id, Named.CODE, new Asked(asks, without, viewer.actor()));
  }

  private void asked(long id, String audience, Asked asked) {
    String asks = json.writeValueAsString(asked.asks());
    lists.asked(
        id,
        new Lists.Wanted(audience, asks, asked.without(), asked.by()),
        context.clock().instant());
  }

  /** What was asked is asked anew, as the way to write to them is another. */
  void again(long id) {
    Broadcast.Whom list = Objects.requireNonNull(rows.get(id).list());
    asked(id, list.audience(), asked(id));
  }

  /** Made with the eyes of whoever asked for it, as they are now. */
  void make(long id) {
    Broadcast broadcast = rows.lock(id);
    if (broadcast.started() || broadcast.list() == null || broadcast.frozen()) {
      return;
    }
    Asked asked = asked(id);
    Audience.Query who =
        audience(broadcast.list().audience()).who(asked.asks(), viewer(asked.by()));
    lists.make(id, broadcast.words().ways(), who, asked.without(), context.clock().instant());
  }

  private record Asked(Map<String, String> asks, @Nullable Long without, Actor by) {}

  private Asked asked(long id) {
    return sql.sql(
            """
            select audience_asks, without_id, coalesce(list_asked_by_kind, made_by_kind) as by_kind,
              coalesce(list_asked_by_id, made_by_id) as by_id
            from broadcast where id = :id
            """)
        .param("id", id)
        .query((rs, n) ->
            new Asked(
                json.readValue(rs.getString("audience_asks"), ASKS),
                Sql.longOrNull(rs, "without_id"),
                new Actor(rs.getString("by_kind"), rs.getLong("by_id"))))
        .single();
  }

  private Viewer viewer(Actor by) {
    return (by.isToken() ? context.tokens().viewerOf(by.id()) : context.staff().viewer(by.id()))
        .orElseThrow(() -> new NotFound(Broadcast.NONE));
  }
}
