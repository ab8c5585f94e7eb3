package amends.app.web;

import amends.app.DatabaseAccess;
import amends.journal.Journal;
import amends.messages.PrintedScripts;
import amends.shared.Settings;
import amends.shared.Texts.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands under the house: database, mail, journal; and what an operator should mend. */
@Component
final class HouseFacts {
  private final JdbcClient sql;
  private final Settings settings;
  private final Journal journal;
  private final ObjectProvider<DatabaseAccess> access;
  private final PrintedScripts scripts;

  HouseFacts(
      JdbcClient sql,
      Settings settings,
      Journal journal,
      ObjectProvider<DatabaseAccess> access,
      PrintedScripts scripts) {
    this.scripts = scripts;
    this.sql = sql;
    this.settings = settings;
    this.journal = journal;
    this.access = access;
  }

  List<String> warnings(Voice t) {
    List<String> warnings = new ArrayList<>();
    DatabaseAccess database = access.getIfAvailable();
    if (database != null && database.hasOneRole()) {
      warnings.add(t.say("app.health.warning.role"));
    }
    if (settings.smtp() == null) {
      warnings.add(t.say("app.health.warning.smtp"));
    }
    return warnings;
  }

  List<HealthView.Fact> facts(Voice t) {
    Settings.Smtp smtp = settings.smtp();
    return List.of(
        fact(t, "seal", t.say("app.health.fact.seal.value", journal.unsealed())),
        fact(t, "database", t.say(kind(), setting("server_version").replaceFirst(" .*", ""))),
        fact(t, "durability", durability(t)),
        fact(t, "mail-in", settings.mail().address() + ":" + settings.mail().port()),
        fact(
            t,
            "mail-out",
            smtp == null
                ? t.say("app.health.fact.mail-out.none")
                : smtp.host() + ":" + smtp.port()),
        fact(t, "domain", settings.mailDomain()),
        fact(t, "letters", letters(t)),
        fact(t, "data", settings.data().toString()));
  }

  /** In which scripts letters can be printed, and what to do about the others. */
  private String letters(Voice t) {
    String can = names(t, scripts.printed());
    return scripts.lacking().isEmpty()
        ? can
        : t.say(
            "app.health.fact.letters.lacking",
            can,
            names(t, scripts.lacking()),
            scripts.folder().toString());
  }

  private static String names(Voice t, List<String> codes) {
    return codes.stream()
        .map(code -> t.say("messages.script." + code))
        .collect(Collectors.joining(", "));
  }

  private String kind() {
    DatabaseAccess database = access.getIfAvailable();
    boolean embedded = database == null || database.embedded();
    return embedded ? "app.health.fact.database.embedded" : "app.health.fact.database.own";
  }

  private String durability(Voice t) {
    boolean safe =
        setting("fsync").equals("on")
            && setting("full_page_writes").equals("on")
            && !setting("synchronous_commit").equals("off");
    return t.say(safe ? "app.health.fact.durability.safe" : "app.health.fact.durability.unsafe");
  }

  private String setting(String name) {
    return sql.sql("select current_setting(:name)")
        .param("name", name)
        .query(String.class)
        .single();
  }

  private static HealthView.Fact fact(Voice t, String name, String value) {
    return new HealthView.Fact(t.say("app.health.fact." + name), value);
  }
}
