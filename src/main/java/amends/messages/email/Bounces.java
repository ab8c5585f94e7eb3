package amends.messages.email;

import amends.messages.MailPerson;
import amends.messages.ReadMail.Bounce;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports of failed delivery: RFC 3464 first, then the forms from before it and beside it. */
final class Bounces {
  private static final int LONGEST_WORDS = 500;
  private static final List<String> SUBJECTS = WordLists.list("bounce-subjects.txt", "subjects");
  private static final List<String> SENDERS = WordLists.list("bounce-subjects.txt", "senders");
  private static final List<String> DELAYS = WordLists.list("bounce-subjects.txt", "delays");

  private final Headers headers;
  private final List<Part> leaves;
  private final String subject;

  private Bounces(Headers headers, List<Part> leaves, String subject) {
    this.headers = headers;
    this.leaves = leaves;
    this.subject = subject;
  }

  static @Nullable Bounce find(
      Headers headers, List<Part> leaves, String subject, String text, @Nullable String mailFrom) {
    Bounce complaint = Complaints.find(headers, leaves, subject);
    return complaint == null
        ? new Bounces(headers, leaves, subject).find(text, mailFrom)
        : complaint;
  }

  private @Nullable Bounce find(String text, @Nullable String mailFrom) {
    String fields = statusParts();
    boolean server = fromServer(mailFrom);
    if (fields.isEmpty() && (server || worded())) {
      fields = StatusReport.within(text);
    }
    if (fields.isEmpty() && server) {
      fields = reportWithin();
    }
    List<StatusReport.Fate> fates = StatusReport.read(fields);
    StatusReport.Fate fate = StatusReport.worst(fates);
    if (fate == null && !fates.isEmpty()) {
      return null;
    }
    if (fate == null && !reported(server, text)) {
      return null;
    }
    return bounce(fate, new BounceNotice(text, own()));
  }

  private Bounce bounce(StatusReport.@Nullable Fate fate, BounceNotice notice) {
    Returned returned = new Returned(leaves, notice.returned());
    String recipient = fate == null ? null : fate.recipient();
    if (recipient == null || recipient.indexOf('@') < 0) {
      String named = named(notice, returned);
      recipient = named == null ? recipient : named;
    }
    String about = notice.about(recipient);
    String words = fate == null || !telling(fate.words()) ? about : fate.words();
    String status = fate == null || fate.status() == null ? status(words, notice) : fate.status();
    if (fate != null && BounceReasons.vague(status) && BounceCodes.enhanced(about) != null) {
      String spoken = String.valueOf(BounceCodes.enhanced(about));
      status = status == null || spoken.charAt(0) == status.charAt(0) ? spoken : status;
    }
    String reason = BounceReasons.of(status, words, about + "\n" + notice.words());
    boolean delayed = fate == null ? delay(notice) : fate.delayed();
    if (delayed && reason.equals(BounceReasons.UNDEFINED)) {
      reason = "expired";
    }
    return new Bounce(
        recipient,
        delayed ? Bounce.Type.SOFT : BounceReasons.type(reason, status),
        status,
        reason,
        Cleaning.cut(Cleaning.line(words), LONGEST_WORDS),
        !delayed,
        returned.ours());
  }

  /** "77" and the like say nothing to anybody. */
  private static boolean telling(String words) {
    return words.chars().filter(Character::isLetter).limit(4).count() == 4;
  }

  private @Nullable String named(BounceNotice notice, Returned returned) {
    String failed = BouncedAddress.in(headers.orEmpty("X-Failed-Recipients"));
    String written = failed == null ? notice.recipient() : failed;
    boolean sender = written != null && own().contains(written.toLowerCase(Locale.ROOT));
    String before = returned.recipient();
    return written == null || sender && before != null ? before : written;
  }

  private static @Nullable String status(String words, BounceNotice notice) {
    String status = BounceCodes.status(words);
    return status == null ? BounceCodes.enhanced(notice.words()) : status;
  }

  private String statusParts() {
    StringBuilder report = new StringBuilder();
    for (Part part : leaves) {
      boolean named = "message/delivery-status".equals(part.mimeType());
      if (named || part.mimeType().equals("message/global-delivery-status")) {
        report.append(Charsets.guess(part.bytes())).append("\n\n");
      }
    }
    return Cleaning.text(report.toString());
  }

  /** Gateways wrap a whole report into one of their own. */
  private String reportWithin() {
    for (Part part : leaves) {
      if (part.returned() && part.bytes().length < 1024 * 1024) {
        String fields = StatusReport.within(Charsets.guess(part.bytes()));
        if (!fields.isEmpty()) {
          return fields;
        }
      }
    }
    return "";
  }

  private Set<String> own() {
    Set<String> own = new HashSet<>();
    for (String field : List.of("To", "Delivered-To", "X-Original-To", "From")) {
      for (MailPerson person : AddressLists.read(headers.values(field))) {
        own.add(person.address().toLowerCase(Locale.ROOT));
      }
    }
    return own;
  }

  /** Words alone are no report: it comes from a server, or returns a message with a reason. */
  private boolean reported(boolean server, String text) {
    String type = Parameters.read(headers.first("Content-Type")).get("report-type");
    if (type != null && !type.equalsIgnoreCase("delivery-status")) {
      return false;
    }
    if (headers.has("X-Failed-Recipients") || type != null) {
      return true;
    }
    boolean returns = leaves.stream().anyMatch(Part::returned);
    BounceNotice notice = new BounceNotice(text, own());
    boolean telling = notice.recipientLine() >= 0 && (BounceWords.reason(notice.words()) != null);
    if (worded()) {
      return server || telling && (returns || !notice.returned().isEmpty());
    }
    return server && telling && (returns || !notice.returned().isEmpty());
  }

  private boolean worded() {
    String lower = WordLists.plain(subject);
    int tag = lower.startsWith("[") ? lower.indexOf(']') + 1 : 0;
    String beginning = lower.substring(tag).stripLeading();
    return SUBJECTS.stream().anyMatch(beginning::startsWith);
  }

  private boolean fromServer(@Nullable String mailFrom) {
    String from = WordLists.plain(EncodedWords.decode(headers.orEmpty("From")));
    return Automatic.daemon(AddressLists.read(headers.values("From")))
        || SENDERS.stream().anyMatch(from::contains)
        || mailFrom != null && mailFrom.isBlank()
        || headers.values("Return-Path").stream().anyMatch(path -> path.strip().equals("<>"));
  }

  private boolean delay(BounceNotice notice) {
    String lower = WordLists.plain(subject + "\n" + notice.words());
    return DELAYS.stream().anyMatch(lower::contains);
  }
}
