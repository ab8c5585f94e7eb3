package amends.app.bench;

import amends.messages.Answer;
import amends.messages.Carrier;
import amends.messages.Medium;
import amends.messages.Parcel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/** Takes every letter as it will be read, and keeps none. */
final class Discard implements Carrier {
  private final AtomicLong carried = new AtomicLong();
  private final AtomicLong read = new AtomicLong();

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public Room room() {
    return Room.ALL;
  }

  @Override
  public Answer carry(Parcel parcel) {
    CRC32 sum = new CRC32();
    sum.update(parcel.subject().getBytes(StandardCharsets.UTF_8));
    sum.update(parcel.body().getBytes(StandardCharsets.UTF_8));
    read.addAndGet(sum.getValue());
    if (parcel.body().indexOf('{') >= 0) {
      return new Answer.Refused("a place was not filled");
    }
    carried.incrementAndGet();
    return new Answer.Accepted("discarded");
  }

  long carried() {
    return carried.get();
  }
}
