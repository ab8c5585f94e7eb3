package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Trouble;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.ApiTokens;
import amends.staff.NewApiToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Makes a token for another program, and says it once. */
final class TokenCommand implements Command {
  @Override
  public String name() {
    return "token";
  }

  @Override
  public String usage() {
    return "--name N --scope S… [--brand ID] [--team ID] [--days D]";
  }

  @Override
  public String words() {
    return "make a token for a program that uses the REST API";
  }

  @Override
  public String more() {
    return "It is printed once and kept nowhere. A scope is like customers:read or goods:*; give"
        + " several after one --scope or one after each.";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Asked asked = read(args);
    return Quietly.with(terminal, context -> make(context, asked, terminal));
  }

  private record Asked(
      String name,
      List<String> scopes,
      @Nullable Long brand,
      @Nullable Long team,
      @Nullable Long days) {}

  private Asked read(List<String> args) {
    String name = "";
    List<String> scopes = new ArrayList<>();
    Long brand = null;
    Long team = null;
    Long days = null;
    String option = "";
    for (String word : args) {
      if (word.startsWith("--")) {
        option = word;
        continue;
      }
      switch (option) {
        case "--name" -> name = word;
        case "--scope" -> scopes.addAll(List.of(word.split(",", -1)));
        case "--brand" -> brand = number(word);
        case "--team" -> team = number(word);
        case "--days" -> days = number(word);
        default -> throw Arguments.wrong(this, "does not know \"" + option + word + "\"");
      }
    }
    if (name.isBlank() || scopes.isEmpty()) {
      throw Arguments.wrong(this, "needs a name and a scope");
    }
    return new Asked(name, scopes, brand, team, days);
  }

  private long number(String word) {
    if (!word.matches("[1-9]\\d{0,8}")) {
      throw Arguments.wrong(this, "takes a number, and \"" + word + "\" is none");
    }
    return Long.parseLong(word);
  }

  private static int make(ApplicationContext context, Asked asked, Terminal terminal) {
    Instant now = context.getBean(InstantSource.class).instant();
    Long days = asked.days();
    NewApiToken wanted =
        new NewApiToken(
            asked.name(),
            asked.scopes(),
            asked.brand(),
            asked.team(),
            days == null ? null : now.plus(Duration.ofDays(days)));
    try {
      terminal.out().println(context.getBean(ApiTokens.class).make(wanted, null).words());
      return ExitCode.DONE;
    } catch (Refusal refusal) {
      Texts texts = context.getBean(Texts.class);
      throw Trouble.usedWrongly(texts.voice(Locale.ENGLISH, ZoneOffset.UTC).say(refusal));
    }
  }
}
