package amends.messages.social;

import amends.journal.Journal;
import amends.messages.Answer;
import amends.messages.Carrier;
import amends.messages.Connection;
import amends.messages.Pace;
import amends.messages.social.PublicPost.Kind;
import amends.messages.social.PublicPost.Step;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.OutboxHold;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does on the networks what is to be done with posts, one after the other. A post waits until those
 * affected have heard; what nobody knows the end of is asked again only while the network still
 * knows the key, so that nothing stands there twice.
 */
final class PublicPostSteps implements Duty {
  private static final Logger log = LoggerFactory.getLogger(PublicPostSteps.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
  private static final Duration NO_NETWORK = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** Mastodon forgets a key after an hour. */
  private static final Duration KEY_IS_KNOWN = Duration.ofMinutes(50);

  /** About a day of tries. */
  private static final int TRIES = 150;

  private final PublicPostRows rows;
  private final WorkRows work;
  private final AffectedFirst affected;
  private final Networks networks;
  private final Tools tools;

  PublicPostSteps(
      PublicPostRows rows, WorkRows work, AffectedFirst affected, Networks networks, Tools tools) {
    this.rows = rows;
    this.work = work;
    this.affected = affected;
    this.networks = networks;
    this.tools = tools;
  }

  /** What it works with. */
  record Tools(Acts acts, InstantSource clock, Journal journal, OutboxHold hold, Pace pace) {}

  @Override
  public String name() {
    return "posts in public";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public boolean perform() {
    Carrier.Room room = tools.pace().room();
    if (tools.hold().held() || room.most() < 1) {
      return false;
    }
    List<Lease> leases =
        tools.acts().call(() -> work.without("connection_id", room.shut()).claim(1, LEASE));
    leases.forEach(this::take);
    return !leases.isEmpty();
  }

  /** Something to be done now. */
  private record Job(Lease lease, PublicPost post, Step step, Connection connection) {}

  private void take(Lease lease) {
    try {
      tools.acts().call(() -> looked(lease)).ifPresent(this::perform);
    } catch (WorkRows.LeaseLost lost) {
      log.info("{}", lost.getMessage());
    } catch (RuntimeException e) {
      // Its lease runs out, and it is tried again with the same key.
      log.warn("step {} of a post in public is put off", lease.id(), e);
    }
  }

  private void perform(Job job) {
    Answer answer = done(job);
    networks.answered(job.connection().id(), answer);
    tools.acts().run(() -> record(job, answer));
  }

  /** Looks once more whether it may be done; empty when it is put off, or over. */
  private Optional<Job> looked(Lease lease) {
    PublicPost post = rows.lock(rows.ofStep(lease.id()));
    Step step = post.steps().stream().filter(s -> s.id() == lease.id()).findFirst().orElseThrow();
    Connection connection =
        networks.find(post.words().connectionId()).filter(Connection::isOn).orElse(null);
    if (connection == null) {
      work.putBack(lease, now().plus(NO_NETWORK), "no network is connected");
      return Optional.empty();
    }
    if (step.kind() == Kind.SAY) {
      Long about = post.words().broadcastId();
      if (about != null && post.hurriedAt() == null && affected.waits(about)) {
        // Not a try: until the first one it can be taken back.
        rows.waitsOn(lease.id());
        work.putBack(lease, now().plus(LOOK_AGAIN), null);
        return Optional.empty();
      }
      Instant since = rows.triedSince(lease.id());
      if (since != null && now().isAfter(since.plus(KEY_IS_KNOWN))) {
        failed(new Job(lease, post, step, connection), "nobody knows whether it was taken");
        return Optional.empty();
      }
      rows.triedSince(lease.id(), since == null ? now() : since);
    }
    return Optional.of(new Job(lease, post, step, connection));
  }

  private Answer done(Job job) {
    SocialNetwork network = networks.of(job.connection());
    SocialNetwork.Line line = networks.line(job.connection());
    tools.pace().used(job.connection().id());
    String body = job.step().body() == null ? "" : job.step().body();
    try {
      return switch (job.step().kind()) {
        case SAY ->
            network.post(
                line,
                new SocialNetwork.Post(
                    body,
                    job.post().words().listed(),
                    "amends-post-" + job.step().id(),
                    job.step().askedAt()));
        case CHANGE -> network.change(line, job.post().reference(), body);
        case REMOVE -> network.remove(line, job.post().reference());
      };
    } catch (RuntimeException e) {
      log.warn("step {} of a post in public broke down", job.step().id(), e);
      return new Answer.Unknown("nobody knows whether it was taken");
    }
  }

  private void record(Job job, Answer answer) {
    switch (answer) {
      case Answer.Accepted accepted -> {
        Map<String, Object> result = new HashMap<>();
        result.put("reply", accepted.reply());
        result.put("reference", accepted.reference());
        work.finish(job.lease(), result);
        tell("post." + past(job.step().kind()), job);
      }
      case Answer.Refused refused -> failed(job, refused.reply());
      case Answer.Later later -> {
        rows.triedSince(job.step().id(), null);
        again(job, later.reply());
      }
      case Answer.Unknown unknown -> again(job, unknown.reply());
      case Answer.Busy busy -> {
        rows.triedSince(job.step().id(), null);
        work.putBack(job.lease(), now().plus(busy.pause()), busy.reply());
      }
    }
  }

  private static String past(Kind kind) {
    return switch (kind) {
      case SAY -> "said";
      case CHANGE -> "changed";
      case REMOVE -> "removed";
    };
  }

  private void again(Job job, String trouble) {
    if (job.lease().attempts() >= TRIES) {
      failed(job, trouble);
      return;
    }
    Duration pause = Duration.ofSeconds(5L << Math.min(job.lease().attempts() - 1, 10));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    work.putBack(job.lease(), now().plus(bounded), trouble);
  }

  /** What could not be said is a draft again. */
  private void failed(Job job, String reply) {
    work.finish(job.lease(), Map.of("reply", reply, "failed", true));
    if (job.step().kind() == Kind.SAY) {
      rows.release(job.post().id(), null, null);
    }
    tell("post." + job.step().kind().code() + "_failed", job);
  }

  private void tell(String kind, Job job) {
    tools.journal().record(kind, job.post().subject(), Actor.SYSTEM, Map.of());
  }

  private Instant now() {
    return tools.clock().instant();
  }
}
