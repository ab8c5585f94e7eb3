package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.SignInSettings.Newcomers;
import amends.shared.SignInSettings.Oidc;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.provider.Account;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose account at the company's own sign-in is whose here. An account is known by its subject; its
 * address only speaks when the provider has verified it and the settings let it.
 */
@Component
public final class ProviderAccounts {
  private final JdbcClient sql;
  private final Acts acts;
  private final Tools tools;
  private final ProviderRoles roles;
  private final Settings settings;

  /** What every room has, in one. */
  @Component
  record Tools(InstantSource clock, Journal journal, Staff staff) {}

  ProviderAccounts(JdbcClient sql, Acts acts, Tools tools, ProviderRoles roles, Settings settings) {
    this.sql = sql;
    this.acts = acts;
    this.tools = tools;
    this.roles = roles;
    this.settings = settings;
  }

  /**
   * The colleague who comes in by this account; roles are taken over from it when the settings say
   * so.
   *
   * @throws Refusal when nobody goes by it, which says whom to ask
   */
  public long enter(Account account) {
    return acts.call(() -> {
      long id = bound(account).or(() -> newcomer(account)).orElseThrow(() -> nobody(account));
      if (!tools.staff().get(id).active()) {
        throw nobody(account);
      }
      roles.take(id, account);
      return id;
    });
  }

  /**
   * Connects an account to the one who is signed in.
   *
   * @throws Refusal when it is somebody else's, or the person has another one
   */
  public void connect(long personId, Account account) {
    acts.run(() -> {
      Optional<Long> owner = bound(account);
      if (owner.isPresent() && owner.get() == personId) {
        return;
      }
      if (owner.isPresent() || hasAccount(personId, account.issuer())) {
        throw new Refusal("", "staff.refused.account_taken");
      }
      bind(personId, account, Actor.person(personId));
    });
  }

  /** Whether the person can come in through the company. */
  public boolean isConnected(long personId) {
    Oidc oidc = settings.signIn().oidc();
    return oidc != null && hasAccount(personId, oidc.issuer().toString());
  }

  private Optional<Long> bound(Account account) {
    return sql.sql(
            "select person_id from provider_identity where issuer = :issuer and subject = :subject")
        .param("issuer", account.issuer())
        .param("subject", account.subject())
        .query(Long.class)
        .optional();
  }

  private boolean hasAccount(long personId, String issuer) {
    return sql.sql(
            """
            select exists (select 1 from provider_identity
              where person_id = :person and issuer = :issuer)
            """)
        .param("person", personId)
        .param("issuer", issuer)
        .query(Boolean.class)
        .single();
  }

  /** An address that nobody has verified is only a claim. */
  private Optional<Long> newcomer(Account account) {
    Oidc oidc = settings.signIn().oidc();
    if (oidc == null || !account.verified() || account.email().isEmpty()) {
      return Optional.empty();
    }
    Newcomers newcomers = oidc.newcomers();
    Optional<Person> known = tools.staff().findByEmail(account.email());
    if (known.isPresent()) {
      return known.filter(p -> newcomers.matchEmail()).flatMap(p -> match(p, account));
    }
    return newcomers.create() ? Optional.of(create(account)) : Optional.empty();
  }

  private Optional<Long> match(Person person, Account account) {
    if (!person.active() || hasAccount(person.id(), account.issuer())) {
      return Optional.empty();
    }
    bind(person.id(), account, Actor.SYSTEM);
    return Optional.of(person.id());
  }

  private long create(Account account) {
    Optional<Brand> brand = tools.staff().defaultBrand();
    String name = account.name().isBlank() ? account.email() : account.name();
    long id =
        tools
            .staff()
            .add(
                new NewPerson(
                    name,
                    account.email(),
                    brand.map(Brand::locale).orElse(Locale.ENGLISH),
                    brand.map(Brand::zone).orElse(ZoneId.of("UTC"))),
                Actor.SYSTEM)
            .id();
    if (!roles.areTaken()) {
      tools.staff().teams().stream()
          .findFirst()
          .ifPresent(team -> {
            tools.staff().grant(id, Grant.inTeam(Role.AGENT, team.id()), Actor.SYSTEM);
            tools.staff().join(id, team.id(), Actor.SYSTEM);
          });
    }
    bind(id, account, Actor.SYSTEM);
    return id;
  }

  private void bind(long personId, Account account, Actor by) {
    sql.sql(
            """
            insert into provider_identity (person_id, issuer, subject, bound_at)
            values (:person, :issuer, :subject, :now)
            """)
        .param("person", personId)
        .param("issuer", account.issuer())
        .param("subject", account.subject())
        .param("now", Sql.at(tools.clock().instant()))
        .update();
    tools.journal().record("staff.account_connected", Subject.of("person", personId), by, Map.of());
  }

  private static Refusal nobody(Account account) {
    return new Refusal(
        "",
        account.email().isEmpty() ? "staff.refused.account" : "staff.refused.account_of",
        account.email());
  }
}
