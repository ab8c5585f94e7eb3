package amends.cases.web;

/** The sign of the sprite for a channel. */
public final class Signs {
  private Signs() {}

  public static String of(String channel) {
    return switch (channel) {
      case "email" -> "mail";
      case "phone", "sms", "letter", "chat", "form" -> channel;
      case "page" -> "form";
      case "ourselves" -> "search";
      default -> "person";
    };
  }
}
