package amends.shared.api;

import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Tokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A POST acts once, however often it is sent under its key. Key and reply are written in the act's
 * own transaction, so that there is neither an act without a reply nor a reply without an act. A
 * refused act leaves its key unused, so that the mended request can be sent under it.
 */
@Component
public final class Posts {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;

  Posts(JdbcClient sql, InstantSource clock, Acts acts) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
  }

  private record Kept(byte[] request, int status, @Nullable String location, byte[] reply) {}

  /**
   * @throws ApiProblem 409 while the same key is at work, 422 when it was used for another request
   */
  public <T> Reply<T> once(ApiCall call, Supplier<Reply.Done<T>> act) {
    return acts.call(() -> {
      claim(call);
      Optional<Kept> kept = kept(call);
      return kept.isPresent() ? again(call, kept.get()) : first(call, act.get());
    });
  }

  /** Waits for nobody: who comes while the first is at work hears so at once. */
  private void claim(ApiCall call) {
    byte[] name = (call.bearer().id() + " " + call.key()).getBytes(StandardCharsets.UTF_8);
    boolean free =
        sql.sql("select pg_try_advisory_xact_lock(:number)")
            .param("number", ByteBuffer.wrap(Tokens.sha256(name)).getLong())
            .query(Boolean.class)
            .single();
    if (!free) {
      throw new ApiProblem(409, "at-work");
    }
  }

  private Optional<Kept> kept(ApiCall call) {
    return sql.sql(
            """
            select request, status, location, reply from idempotency
            where bearer = :bearer and key = :key
            """)
        .param("bearer", call.bearer().id())
        .param("key", call.key())
        .query((rs, n) ->
            new Kept(
                rs.getBytes("request"),
                rs.getInt("status"),
                rs.getString("location"),
                rs.getBytes("reply")))
        .optional();
  }

  private static <T> Reply<T> again(ApiCall call, Kept kept) {
    if (!Arrays.equals(kept.request(), call.fingerprint())) {
      throw new ApiProblem(422, "key-used");
    }
    return new Reply<>(kept.status(), kept.location(), kept.reply(), true);
  }

  private <T> Reply<T> first(ApiCall call, Reply.Done<T> done) {
    Reply<T> reply = new Reply<>(done.status(), done.location(), ApiJson.bytes(done.body()), false);
    sql.sql(
            """
            insert into idempotency (bearer, key, request, status, location, reply, at)
            values (:bearer, :key, :request, :status, :location, :reply, :at)
            """)
        .param("bearer", call.bearer().id())
        .param("key", call.key())
        .param("request", call.fingerprint())
        .param("status", reply.status())
        .param("location", reply.location())
        .param("reply", reply.bytes())
        .param("at", Sql.at(clock.instant()))
        .update();
    return reply;
  }
}
