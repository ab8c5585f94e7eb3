package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Actor;
import amends.shared.Refusal;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ApiTokensTest {
  @Autowired ApiTokens tokens;
  @Autowired Permits permits;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private ApiTokens.Made make(@Nullable Instant expires, String... scopes) {
    return tokens.make(new NewApiToken("Shop", List.of(scopes), null, null, expires), null);
  }

  @Test
  void onlyItsHashIsKept() {
    ApiTokens.Made made = make(null, "goods:*");
    assertThat(made.words()).matches("amends_[A-Za-z0-9_-]{22}");
    assertThat(made.token().scopes()).containsExactly("goods:read", "goods:write");
    String row =
        sql.sql("select row_to_json(t)::text from api_token t where id = " + made.token().id())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(made.words().substring(7));
    String journal =
        sql.sql("select string_agg(payload, ' ') from journal_entry").query(String.class).single();
    assertThat(journal).doesNotContain(made.words().substring(7), "Shop");
  }

  @Test
  void opensNothingWhenWrongCutExpiredOrRevoked() {
    ApiTokens.Made made = make(clock.instant().plus(Duration.ofDays(1)), "goods:read");
    String words = made.words();
    assertThat(tokens.viewer(words)).isPresent();
    for (String wrong :
        List.of(
            "",
            "null",
            words.substring(0, 28),
            words + "x",
            words.substring(7),
            words.toUpperCase())) {
      assertThat(tokens.viewer(wrong)).as(wrong).isEmpty();
    }
    clock.pass(Duration.ofDays(1));
    assertThat(tokens.viewer(words)).isEmpty();
    ApiTokens.Made other = make(null, "goods:read");
    tokens.revoke(other.token().id(), Actor.OPERATOR);
    assertThat(tokens.viewer(other.words())).isEmpty();
    assertThat(tokens.all().getLast().opens(clock.instant())).isFalse();
  }

  @Test
  void itsLastUseIsWrittenOnceAnHour() {
    ApiTokens.Made made = make(null, "goods:read");
    Instant first = clock.instant();
    tokens.viewer(made.words());
    clock.pass(Duration.ofMinutes(59));
    tokens.viewer(made.words());
    assertThat(tokens.get(made.token().id()).usedAt()).isEqualTo(first);
    clock.pass(Duration.ofMinutes(2));
    tokens.viewer(made.words());
    assertThat(tokens.get(made.token().id()).usedAt()).isEqualTo(clock.instant());
  }

  @Test
  void mayOnlyWhatItsScopesAllow() {
    Viewer reader = tokens.viewer(make(null, "cases:read").words()).orElseThrow();
    Scope anywhere = Scope.of(1L, 2L, 3L);
    assertThat(permits.may(reader, Permission.SEE_CASE, anywhere)).isTrue();
    for (Permission permission : Permission.values()) {
      assertThat(permits.may(reader, permission, anywhere))
          .as(permission.name())
          .isEqualTo(permission == Permission.SEE_CASE);
    }
    Viewer goods = tokens.viewer(make(null, "goods:*").words()).orElseThrow();
    assertThat(permits.may(goods, Permission.SEE_CASE, anywhere)).isFalse();
    assertThat(permits.visible(goods).includes(anywhere)).isFalse();
    assertThat(reader.actor()).isEqualTo(Actor.token(-reader.id()));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> make(null, "goods:eat")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> make(null)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> make(clock.instant(), "goods:read")).isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> tokens.make(new NewApiToken(" ", List.of("goods:read"), null, null, null), null))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> tokens.make(new NewApiToken("X", List.of("goods:read"), 99L, null, null), null))
        .isInstanceOf(Refusal.class);
  }
}
