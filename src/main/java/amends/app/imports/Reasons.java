package amends.app.imports;

/** Why a record could not be brought, and what would mend it. */
final class Reasons {
  private Reasons() {}

  static String sentence(Unmapped why) {
    String detail = why.detail();
    return switch (why.reason()) {
      case "no-field" -> "the field %s is missing".formatted(detail);
      case "no-moment" ->
          "the field %s is no moment such as 2026-11-22T09:30:00Z".formatted(detail);
      case "no-address" ->
          "%s has neither an e-mail address nor a telephone number that can be used"
              .formatted(detail.isBlank() ? "somebody" : detail);
      case "own-address" -> "%s is an address of ours".formatted(detail);
      case "no-customer" ->
          "its customer %s is not known; import the people first".formatted(detail);
      case "asked-by-colleague" ->
          "it was asked by the colleague %s, and a case is a customer's".formatted(detail);
      case "no-matter" -> "its ticket %s is not known; import the tickets first".formatted(detail);
      case "no-ticket" ->
          "%s does not say which ticket it belongs to; save comments as ticket_NUMBER.json"
              .formatted(detail);
      case "no-channel" ->
          "the channel %s is none of email, phone, sms, letter, social, chat".formatted(detail);
      case "no-number" -> "the field %s is no number".formatted(detail);
      case "scattered" ->
          "the lines of order %s do not stand together; sort the list by order".formatted(detail);
      case "deleted" -> "ticket %s was deleted there".formatted(detail);
      case "other-line" -> "another line of order %s cannot be brought".formatted(detail);
      case "erased" -> "its customer was erased here, so nothing of it is kept";
      case "refused", "database" -> detail;
      default ->
          "this kind of record is not known%s"
              .formatted(detail.isBlank() ? "" : " (" + detail + ")");
    };
  }
}
