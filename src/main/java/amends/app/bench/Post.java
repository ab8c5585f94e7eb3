package amends.app.bench;

import java.nio.charset.StandardCharsets;

/** Mails of many people about the same trouble, each made from its number. */
record Post(String recipient) {
  String address(long n) {
    return "sender-" + n + "@post.example";
  }

  String messageId(long n) {
    return "bench." + n + "@post.example";
  }

  byte[] mail(long n) {
    return """
    From: Robin Marsh <%s>
    To: %s
    Subject: The kettle of order %d does not heat
    Date: Tue, 12 May 2026 09:30:00 +0000
    Message-ID: <%s>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    Hello,

    the kettle of my order %d came on Saturday. It worked twice, and since
    this morning the lamp comes on and the water stays cold. I have tried
    another socket and left it alone for an hour, as the booklet says.

    We have guests from Friday on, so I would be glad to know by when I
    can have one that works, or my money back.

    Robin Marsh
    """
        .formatted(address(n), recipient, n, messageId(n), n)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
