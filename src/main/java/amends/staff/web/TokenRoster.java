package amends.staff.web;

import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.ApiScope;
import amends.staff.ApiToken;
import amends.staff.ApiTokens;
import amends.staff.Brand;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of tokens as the page tells it. */
@Component
final class TokenRoster {
  private final ApiTokens tokens;
  private final Staff staff;

  TokenRoster(ApiTokens tokens, Staff staff) {
    this.tokens = tokens;
    this.staff = staff;
  }

  TokensView shown(Page page, Form form, Set<String> chosen, @Nullable String made) {
    List<ApiToken> all = tokens.all();
    Named named = named(page, all);
    return new TokensView(
        page,
        all.stream().map(named::row).toList(),
        ApiScope.codes(),
        chosen,
        choices(page.t().say("staff.token.all-brands"), named.brands()),
        choices(page.t().say("staff.token.all-teams"), named.teams()),
        form,
        made);
  }

  private Named named(Page page, List<ApiToken> all) {
    Set<Long> makers =
        all.stream().map(ApiToken::madeBy).filter(Objects::nonNull).collect(Collectors.toSet());
    return new Named(
        page,
        staff.people(makers).stream().collect(Collectors.toMap(Person::id, Person::name)),
        staff.brands().stream().collect(Collectors.toMap(Brand::id, Brand::name)),
        staff.teams().stream().collect(Collectors.toMap(Team::id, Team::name)));
  }

  private static List<Choice> choices(String none, Map<Long, String> names) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", none));
    names.forEach((id, name) -> all.add(Choice.of(String.valueOf(id), name)));
    return all;
  }

  private record Named(
      Page page, Map<Long, String> people, Map<Long, String> brands, Map<Long, String> teams) {
    TokensView.Token row(ApiToken token) {
      return new TokensView.Token(
          token.id(),
          token.name(),
          token.scopes(),
          reach(token),
          madeBy(token),
          used(token.usedAt()),
          state(token),
          until(token.expiresAt()));
    }

    private String reach(ApiToken token) {
      List<String> only = new ArrayList<>();
      add(only, brands, token.brandId());
      add(only, teams, token.teamId());
      Voice t = page.t();
      return only.isEmpty()
          ? t.say("staff.token.everywhere")
          : t.say("staff.token.only", String.join(", ", only));
    }

    private static void add(List<String> only, Map<Long, String> names, @Nullable Long id) {
      if (id != null) {
        only.add(names.getOrDefault(id, String.valueOf(id)));
      }
    }

    private String madeBy(ApiToken token) {
      Long by = token.madeBy();
      String who =
          by == null
              ? page.t().say("staff.token.operator")
              : people.getOrDefault(by, page.t().say("staff.token.operator"));
      return page.t().say("staff.token.made-by", who, page.t().date(token.createdAt()));
    }

    private String used(@Nullable Instant at) {
      return at == null
          ? page.t().say("staff.token.unused")
          : page.t().say("staff.token.used", page.t().at(at, page.now()));
    }

    private String state(ApiToken token) {
      return token.revokedAt() != null ? "revoked" : token.opens(page.now()) ? "live" : "expired";
    }

    private String until(@Nullable Instant at) {
      return at == null ? "" : page.t().say("staff.token.until", page.t().date(at));
    }
  }
}
