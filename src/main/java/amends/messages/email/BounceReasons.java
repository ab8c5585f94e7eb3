package amends.messages.email;

import amends.messages.ReadMail.Bounce;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One word for why a server did not take a message, from its status code and its own words. */
final class BounceReasons {
  static final String UNDEFINED = "undefined";

  /** What only says that something went wrong; a code that says what weighs more. */
  private static final Set<String> WEAK =
      Set.of(
          "systemfull",
          "networkerror",
          "systemerror",
          "contenterror",
          "expired",
          "securityerror",
          "mailererror",
          "syntaxerror");

  /** The address or its domain is gone for good: the only failures that end an address. */
  private static final Set<String> DEAD = Set.of("userunknown", "hostunknown", "hasmoved");

  private static final List<String> GREETING =
      List.of("initial connection", "to ehlo", "to helo", "after ehlo", "after helo");

  private static final List<String> CONTENT =
      List.of("end of data", "after data", "reply to data", "data command", "text command");

  private static final Map<String, String> BY_STATUS = new HashMap<>();
  private static final Set<String> DECISIVE = new HashSet<>();

  /** Codes that servers use for nearly everything. */
  private static final Set<String> VAGUE = new HashSet<>();

  static {
    for (String line : WordLists.list("bounce-status.txt", "")) {
      List<String> words = List.of(line.split(" ", 3));
      for (String kind : words.getFirst().startsWith("x") ? List.of("4", "5") : List.of("")) {
        String code = kind.isEmpty() ? words.getFirst() : kind + words.getFirst().substring(1);
        BY_STATUS.put(code, words.get(1));
        if (words.size() > 2) {
          (words.get(2).equals("decides") ? DECISIVE : VAGUE).add(code);
        }
      }
    }
  }

  private BounceReasons() {}

  /**
   * @param words what the server said about this recipient
   * @param notice the whole of the report's words; asked when all else says nothing
   */
  static String of(@Nullable String status, String words, String notice) {
    if (status != null && DECISIVE.contains(status)) {
      return BY_STATUS.getOrDefault(status, UNDEFINED);
    }
    String stage = WordLists.plain(words) + " " + BounceStage.of(words, notice);
    return atItsStage(bySaying(status, words, notice), stage);
  }

  private static String bySaying(@Nullable String status, String words, String notice) {
    String byStatus = status == null ? UNDEFINED : BY_STATUS.getOrDefault(status, UNDEFINED);
    String said = BounceWords.reason(words);
    boolean weak = said == null || WEAK.contains(said);
    if (weak && !vague(status)) {
      return byStatus;
    }
    if (said != null) {
      return said;
    }
    String elsewhere = BounceWords.reason(notice);
    if (elsewhere != null && (byStatus.equals(UNDEFINED) || !WEAK.contains(elsewhere))) {
      return elsewhere;
    }
    return byStatus.equals(UNDEFINED) ? lastResort(words) : byStatus;
  }

  private static String lastResort(String words) {
    String last = BounceWords.lastResort(words);
    String reply = BounceCodes.reply(words);
    boolean syntax = reply != null && reply.startsWith("50");
    return last != null ? last : syntax ? "syntaxerror" : UNDEFINED;
  }

  /**
   * What was refused at the greeting is the sending server, at MAIL FROM the sender; a recipient
   * who was taken at first and unknown once the message had come is a filter's answer.
   */
  private static String atItsStage(String reason, String lower) {
    boolean open = reason.equals(UNDEFINED) || reason.endsWith("unknown");
    if (reason.equals("securityerror") && lower.contains("in reply to mail from")) {
      return "rejected";
    }
    if (open && GREETING.stream().anyMatch(lower::contains)) {
      return "blocked";
    }
    if (open && lower.contains("mail from") && !lower.contains("rcpt to")) {
      return "rejected";
    }
    boolean atData = CONTENT.stream().anyMatch(lower::contains);
    return reason.equals("userunknown") && atData ? "filtered" : reason;
  }

  /** Whether a code says next to nothing. */
  static boolean vague(@Nullable String status) {
    return status == null
        || status.endsWith(".0")
        || VAGUE.contains(status)
        || !BY_STATUS.containsKey(status);
  }

  static Bounce.Type type(String reason, @Nullable String status) {
    boolean later = status != null && status.startsWith("4");
    boolean hard = DEAD.contains(reason) || reason.equals("notaccept") && !later;
    return hard ? Bounce.Type.HARD : Bounce.Type.SOFT;
  }
}
