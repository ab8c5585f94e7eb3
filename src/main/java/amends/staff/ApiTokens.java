package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What other programs come in with. Asks for no permission: whoever calls has asked {@link
 * Permits}. A token begins with {@code amends_}, so that it is found where it was left lying.
 */
@Component
public final class ApiTokens {
  public static final String PREFIX = "amends_";

  private static final Pattern SHAPE = Pattern.compile("amends_[A-Za-z0-9_-]{22}");
  private static final Duration COARSE = Duration.ofHours(1);
  private static final int LONGEST_NAME = 80;

  private final ApiTokenRows rows;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Tokens tokens;

  ApiTokens(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Tokens tokens) {
    this.rows = new ApiTokenRows(sql);
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.tokens = tokens;
  }

  /** A token just made: the only moment at which its words are known. */
  public record Made(ApiToken token, String words) {}

  /**
   * @param madeBy the person; null for the operator
   * @throws Refusal of the fields {@code name}, {@code scopes}, {@code expires}, {@code brand} or
   *     {@code team}
   */
  public Made make(NewApiToken wanted, @Nullable Long madeBy) {
    String name = Plain.line(wanted.name(), LONGEST_NAME);
    if (name.isEmpty()) {
      throw new Refusal("name", "staff.token.refused.name");
    }
    List<String> scopes =
        ApiScope.all(wanted.scopes())
            .orElseThrow(() ->
                new Refusal(
                    "scopes", "staff.token.refused.scopes", String.join(", ", ApiScope.codes())));
    Instant now = clock.instant();
    Instant expires = wanted.expiresAt();
    if (expires != null && !expires.isAfter(now)) {
      throw new Refusal("expires", "staff.token.refused.expires");
    }
    refuseUnknownPlace(wanted);
    String words = PREFIX + tokens.next();
    return acts.call(() -> {
      long id =
          rows.add(wanted, new ApiTokenRows.Added(name, scopes, Tokens.hash(words), madeBy, now));
      Actor by = madeBy == null ? Actor.OPERATOR : Actor.person(madeBy);
      journal.record("token.made", ApiToken.subject(id), by);
      return new Made(get(id), words);
    });
  }

  private void refuseUnknownPlace(NewApiToken wanted) {
    Long brand = wanted.brandId();
    Long team = wanted.teamId();
    if (brand != null && !rows.isBrand(brand)) {
      throw new Refusal("brand", "staff.token.refused.brand");
    }
    if (team != null && !rows.isTeam(team)) {
      throw new Refusal("team", "staff.token.refused.team");
    }
  }

  /** It opens nothing from now on; once is enough. */
  public void revoke(long id, Actor by) {
    acts.run(() -> {
      get(id);
      if (rows.revoke(id, clock.instant())) {
        journal.record("token.revoked", ApiToken.subject(id), by);
      }
    });
  }

  /** Those that open something first, the newest of them first. */
  public List<ApiToken> all() {
    return rows.all(clock.instant());
  }

  /**
   * @throws NotFound when there is none
   */
  public ApiToken get(long id) {
    return rows.find(id).orElseThrow(() -> new NotFound(ApiToken.subject(id)));
  }

  /** Who comes with these words; nobody when they never were, are over, or were taken back. */
  public Optional<Viewer> viewer(String words) {
    if (!SHAPE.matcher(words).matches()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<ApiToken> token = rows.byHash(Tokens.hash(words)).filter(t -> t.opens(now));
    token
        .filter(t -> t.usedAt() == null || t.usedAt().isBefore(now.minus(COARSE)))
        .ifPresent(t -> rows.used(t.id(), now, now.minus(COARSE)));
    return token.map(ApiTokens::viewer);
  }

  /** Who acts under this token while it opens something: for what comes in by another door. */
  public Optional<Viewer> viewerOf(long id) {
    return rows.find(id).filter(t -> t.opens(clock.instant())).map(ApiTokens::viewer);
  }

  private static Viewer viewer(ApiToken token) {
    return new Viewer(
        -token.id(),
        token.name(),
        "",
        Locale.ENGLISH,
        ZoneOffset.UTC,
        List.of(new Grant(role(token), token.brandId(), token.teamId())),
        Set.of(),
        Set.copyOf(token.scopes()));
  }

  /** What an agent may, and no more than its scopes name; writing to many is no agent's. */
  private static Role role(ApiToken token) {
    return token.scopes().stream().anyMatch(scope -> scope.startsWith("broadcasts:"))
        ? Role.MANAGER
        : Role.AGENT;
  }
}
