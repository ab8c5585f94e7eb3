package amends.app.imports;

import amends.shared.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What was read of an export, and what became of it. */
final class ImportRows {
  private final JdbcClient sql;
  private final InstantSource clock;

  ImportRows(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What a record has become: a subject of ours, or a name only. */
  record Known(String key, byte[] hash, String targetKind, long targetId, @Nullable String name) {
    /** A colleague there who is nobody here. */
    static final String NAME_ONLY = "name";

    boolean customer() {
      return targetKind.equals("customer");
    }

    boolean person() {
      return targetKind.equals("person");
    }
  }

  /** One record's outcome. */
  record Outcome(
      String kind,
      String key,
      byte[] hash,
      @Nullable String targetKind,
      @Nullable Long targetId,
      @Nullable String reason,
      @Nullable String detail,
      @Nullable String kept) {

    static Outcome became(Read read, String kind, long id) {
      String kept = read.kept().isEmpty() ? null : read.kept().toString();
      Item item = read.item();
      return new Outcome(
          item.kind(), item.key(), ImportRows.hash(read), kind, id, null, null, kept);
    }

    static Outcome refused(Read read, Unmapped why) {
      Item item = read.item();
      String whole = read.found().fields().toString();
      return refused(item.kind(), item.key(), whole, why);
    }

    /** What a list said beyond what was entered. */
    static Outcome kept(String kind, String key, String target, long id, ObjectNode left) {
      String words = left.toString();
      return new Outcome(kind, key, digest(words), target, id, null, null, words);
    }

    /** Of somebody who was erased nothing is kept. */
    static Outcome ofErased(Read read) {
      Unmapped why = new Unmapped("erased", "");
      return new Outcome(
          read.item().kind(),
          read.item().key(),
          digest(""),
          null,
          null,
          why.reason(),
          why.detail(),
          null);
    }

    static Outcome refused(String kind, String key, String whole, Unmapped why) {
      return new Outcome(kind, key, digest(whole), null, null, why.reason(), why.detail(), whole);
    }
  }

  static byte[] hash(Read read) {
    return digest(read.item() + " " + read.kept());
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those of the keys that have become something, by key. */
  Map<String, Known> known(String source, String kind, Collection<String> keys) {
    Map<String, Known> known = new HashMap<>();
    // Of whoever was erased the key that was an address is known by its hash alone.
    Map<String, String> hashed = new HashMap<>();
    keys.forEach(key -> hashed.put(HexFormat.of().formatHex(digest(key)), key));
    sql.sql(
            """
            select external_id, hash, target_kind, target_id, kept ->> 'name' as name
            from import_item
            where source = :source and kind = :kind and external_id = any(:keys)
              and target_id is not null
            """)
        .param("source", source)
        .param("kind", kind)
        .param(
            "keys", Stream.concat(keys.stream(), hashed.keySet().stream()).toArray(String[]::new))
        .query(rs -> {
          String stored = rs.getString("external_id");
          String key = keys.contains(stored) ? stored : hashed.getOrDefault(stored, stored);
          known.put(
              key,
              new Known(
                  key,
                  rs.getBytes("hash"),
                  rs.getString("target_kind"),
                  rs.getLong("target_id"),
                  rs.getString("name")));
        });
    return known;
  }

  /** Those of these cases whose customer was erased. */
  Set<Long> ofErased(Collection<Long> cases) {
    return sql
        .sql(
            """
            select c.id from cases_v_case c join customers_v_customer k on k.id = c.customer_id
            where c.id = any(:cases) and k.erased_at is not null
            """)
        .param("cases", cases.toArray(Long[]::new))
        .query(Long.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  /** Those of these customers who were erased. */
  Set<Long> erased(Collection<Long> customers) {
    return sql
        .sql("select id from customers_v_customer where id = any(:ids) and erased_at is not null")
        .param("ids", customers.toArray(Long[]::new))
        .query(Long.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  /** What was refused of these before is refused no more: they are brought. */
  void brought(String source, String kind, Collection<String> keys) {
    sql.sql(
            """
            delete from import_item
            where source = :source and kind = :kind and reason is not null
              and split_part(external_id, chr(10), 1) = any(:keys)
            """)
        .param("source", source)
        .param("kind", kind)
        .param("keys", keys.toArray(String[]::new))
        .update();
  }

  /** Notes outcomes; what was refused before and is brought now is refused no more. */
  void note(String source, List<Outcome> outcomes) {
    sql.sql(
            """
            insert into import_item
              (source, kind, external_id, hash, target_kind, target_id, reason, detail, kept, read_at)
            select :source, i.kind, i.key, i.hash, i.target_kind, i.target_id, i.reason, i.detail,
              cast(i.kept as jsonb), :at
            from unnest(cast(:kinds as text[]), cast(:keys as text[]), cast(:hashes as bytea[]),
              cast(:targetKinds as text[]), cast(:targetIds as bigint[]), cast(:reasons as text[]),
              cast(:details as text[]), cast(:kepts as text[]))
              as i (kind, key, hash, target_kind, target_id, reason, detail, kept)
            on conflict (source, kind, external_id) do update set hash = excluded.hash,
              target_kind = excluded.target_kind, target_id = excluded.target_id,
              reason = excluded.reason, detail = excluded.detail, kept = excluded.kept,
              read_at = excluded.read_at
            """)
        .param("source", source)
        .param("at", Sql.at(clock.instant()))
        .param("kinds", column(outcomes, Outcome::kind))
        .param("keys", column(outcomes, Outcome::key))
        .param("hashes", outcomes.stream().map(Outcome::hash).toArray(byte[][]::new))
        .param("targetKinds", column(outcomes, Outcome::targetKind))
        .param("targetIds", outcomes.stream().map(Outcome::targetId).toArray(Long[]::new))
        .param("reasons", column(outcomes, Outcome::reason))
        .param("details", column(outcomes, Outcome::detail))
        // PostgreSQL's JSON holds any text but the NUL character.
        .param(
            "kepts",
            column(outcomes, o -> o.kept() == null ? null : o.kept().replace("\\u0000", "")))
        .update();
  }

  private static @Nullable String[] column(
      List<Outcome> outcomes, Function<Outcome, @Nullable String> read) {
    return outcomes.stream().map(read).toArray(String[]::new);
  }
}
