package amends.messages.account;

import amends.shared.Duty;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches tokens ahead of their end, so that trouble is known before mail stands still. */
final class AccountDuty implements Duty {
  private static final Logger log = LoggerFactory.getLogger(AccountDuty.class);

  private final AccountRows rows;
  private final AccountTokens tokens;
  private final AccountAlerts alerts;

  AccountDuty(AccountRows rows, AccountTokens tokens, AccountAlerts alerts) {
    this.rows = rows;
    this.tokens = tokens;
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "mail accounts";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(30);
  }

  @Override
  public boolean perform() {
    Instant now = tokens.now();
    for (long id : rows.due(now, now.plus(AccountTokens.AHEAD))) {
      try {
        int length = tokens.anew(id).length();
        log.debug("mail account {} has a token of {} characters", id, length);
      } catch (TokenTrouble trouble) {
        log.warn("mail account {}: {}", id, trouble.key());
      }
    }
    alerts.tell();
    return false;
  }
}
