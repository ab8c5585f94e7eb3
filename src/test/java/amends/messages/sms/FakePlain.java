package amends.messages.sms;

import amends.testing.FakeHttp;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few lines of a program before some provider. */
final class FakePlain extends FakeHttp {
  private static final Pattern RECEIPTS = Pattern.compile("\"receipts\":\"([^\"]+)\"");

  private final String secret;
  final List<Call> sent = new CopyOnWriteArrayList<>();

  FakePlain(String secret) {
    this.secret = secret;
  }

  @Override
  protected Said does(Call call) {
    if (!call.header("authorization").equals("Bearer " + secret)) {
      return Said.json(401, "{}");
    }
    if (call.method().equals("POST")) {
      sent.add(call);
    }
    return Said.json(200, "{\"id\":\"p-1\"}");
  }

  String receipts() {
    Matcher found = RECEIPTS.matcher(sent.getLast().body());
    return found.find() ? found.group(1) : "";
  }
}
