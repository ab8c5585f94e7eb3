package amends.shared;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every word that Amends says, from {@code texts/<module>_<language>.properties} (UTF-8, ICU
 * MessageFormat); a large room may keep a part of its words in {@code
 * <module>-<part>_<language>.properties}. A key begins with the name of its module; English is what
 * is said where another language is silent.
 */
public final class Texts {
  private static final String ENGLISH = "en";
  private static final int DAYS_WITH_A_NAME = 6;

  private final Map<String, Map<String, String>> patterns;
  private final boolean strict;
  private final Map<Key, Said> said = new ConcurrentHashMap<>();
  private final Map<Key, DateTimeFormatter> moments = new ConcurrentHashMap<>();

  private record Key(Locale locale, String key) {}

  /**
   * A pattern, read once.
   *
   * @param format null where nothing is put into the words
   * @param phrase where it is one
   */
  private record Said(String pattern, @Nullable MessageFormat format, @Nullable Phrase phrase) {
    static Said of(String pattern, Locale locale) {
      return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
          ? new Said(pattern, null, null)
          : new Said(pattern, new MessageFormat(pattern, locale), Phrase.of(pattern));
    }

    String with(@Nullable Object[] args) {
      if (format == null) {
        return pattern;
      }
      String words = phrase == null ? null : phrase.with(args);
      // A MessageFormat must not be used by two threads; a clone costs less than a new parse.
      return words == null ? ((MessageFormat) format.clone()).format(args) : words;
    }
  }

  private Texts(Map<String, Map<String, String>> patterns, boolean strict) {
    this.patterns = patterns;
    this.strict = strict;
  }

  /** For the running program: an unknown key is shown as it is, so that a page never fails. */
  public static Texts load() {
    return new Texts(read(), false);
  }

  /** For tests: an unknown key is an {@link IllegalArgumentException}. */
  public static Texts strict() {
    return new Texts(read(), true);
  }

  /**
   * A voice speaks one language and tells moments in one zone.
   *
   * @param locale of the reader; falls back to English for words that its language lacks
   */
  public Voice voice(Locale locale, ZoneId zone) {
    return new Voice(this, locale, zone);
  }

  /** All keys that English knows, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(patterns.getOrDefault(ENGLISH, Map.of()).keySet());
  }

  private @Nullable String pattern(Locale locale, String key) {
    String own = patterns.getOrDefault(locale.getLanguage(), Map.of()).get(key);
    return own != null ? own : patterns.getOrDefault(ENGLISH, Map.of()).get(key);
  }

  private String patternOrKey(Locale locale, String key) {
    String found = pattern(locale, key);
    if (found == null && strict) {
      throw new IllegalArgumentException("No text for " + key);
    }
    return found == null ? key : found;
  }

  private String format(Locale locale, String key, @Nullable Object[] args) {
    Key asked = new Key(locale, key);
    Said known = said.get(asked);
    if (known == null) {
      String found = pattern(locale, key);
      if (found == null) {
        return patternOrKey(locale, key);
      }
      known = said.computeIfAbsent(asked, k -> Said.of(found, locale));
    }
    return known.with(args);
  }

  private DateTimeFormatter moments(Locale locale, String key) {
    return moments.computeIfAbsent(
        new Key(locale, key), k -> DateTimeFormatter.ofPattern(patternOrKey(locale, key), locale));
  }

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> all = new HashMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*.properties")) {
        add(all, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The texts could not be read", e);
    }
    return all;
  }

  private static void add(Map<String, Map<String, String>> all, Resource file) throws IOException {
    String name = String.valueOf(file.getFilename()).replace(".properties", "");
    int cut = name.indexOf('_');
    if (cut < 0) {
      throw new IllegalStateException(
          "Name texts/" + name + " as <module>_<language> or <module>-<part>_<language>");
    }
    String module = name.substring(0, cut).replaceFirst("-.*", "");
    Map<String, String> known =
        all.computeIfAbsent(name.substring(cut + 1), language -> new HashMap<>());
    Properties words = new Properties();
    try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    for (String key : words.stringPropertyNames()) {
      if (!key.startsWith(module + ".")) {
        throw new IllegalStateException("texts/" + name + " may not hold the key " + key);
      }
      known.put(key, words.getProperty(key));
    }
  }

  /** One language and one zone. Cheap to make; use one for each request. */
  public static final class Voice {
    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;

    private Voice(Texts texts, Locale locale, ZoneId zone) {
      this.texts = texts;
      this.locale = locale;
      this.zone = zone;
    }

    public Locale locale() {
      return locale;
    }

    public ZoneId zone() {
      return zone;
    }

    /** The same language by the clock of another place. */
    public Voice in(ZoneId other) {
      return texts.voice(locale, other);
    }

    /**
     * The words of {@code key}. An {@link Instant} among the arguments is told as a moment of this
     * voice's zone; numbers are grouped ("48,216"), so hand over case numbers and other names as
     * text.
     */
    public String say(String key, @Nullable Object... args) {
      @Nullable Object[] told = new Object[args.length];
      for (int i = 0; i < args.length; i++) {
        told[i] = args[i] instanceof Instant moment ? moment(moment) : args[i];
      }
      return texts.format(locale, key, told);
    }

    /** What is wrong and how to mend it. */
    public String say(Refusal refusal) {
      return say(refusal.key(), refusal.args());
    }

    /** The pattern itself, for a script that fills it in. */
    public String raw(String key) {
      return texts.patternOrKey(locale, key);
    }

    public boolean knows(String key) {
      return texts.pattern(locale, key) != null;
    }

    /** The form of a pattern that the language uses with this number: key.one, key.other, … */
    public String counted(String key, long number) {
      String form = key + "." + PluralRules.forLocale(locale).select(number);
      return say(knows(form) ? form : key + ".other", String.valueOf(number));
    }

    /** "Tuesday 12 May, 17:00". */
    public String moment(Instant at) {
      return told("shared.pattern.moment", at);
    }

    /** "Tuesday 12 May". */
    public String day(Instant at) {
      return told("shared.pattern.day", at);
    }

    /** "12 May 2026". */
    public String date(Instant at) {
      return told("shared.pattern.date", at);
    }

    /** "17:00". */
    public String clockTime(Instant at) {
      return told("shared.pattern.clock", at);
    }

    /** As short as it stays clear: "17:00" today, "Wed 17:00" within six days, else "12 May". */
    public String at(Instant at, Instant now) {
      long days = Math.abs(ChronoUnit.DAYS.between(dateOf(now), dateOf(at)));
      if (days == 0) {
        return clockTime(at);
      }
      return told(days <= DAYS_WITH_A_NAME ? "shared.pattern.near" : "shared.pattern.far", at);
    }

    /** "Today", "Yesterday", "Tomorrow", else the day. */
    public String dayFrom(Instant at, Instant now) {
      return switch ((int) ChronoUnit.DAYS.between(dateOf(now), dateOf(at))) {
        case 0 -> say("shared.day.today");
        case -1 -> say("shared.day.yesterday");
        case 1 -> say("shared.day.tomorrow");
        default -> day(at);
      };
    }

    /** Machine form for {@code <time datetime>}, to the second, with the zone's offset. */
    public String iso(Instant at) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
          at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private LocalDate dateOf(Instant at) {
      return ZonedDateTime.ofInstant(at, zone).toLocalDate();
    }

    private String told(String key, Instant at) {
      return texts.moments(locale, key).format(at.atZone(zone));
    }
  }
}
