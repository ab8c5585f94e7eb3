package amends.messages;

import amends.shared.Subject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A case room that opens a case for each mail, unless a test wants something else. */
final class FakeIntake implements Intake {
  private final AtomicLong cases = new AtomicLong(100);
  final List<Arrived> taken = new CopyOnWriteArrayList<>();
  final List<Long> unreadable = new CopyOnWriteArrayList<>();
  volatile Function<Arrived, Taken> answer = this::open;

  @Override
  public Taken take(Arrived mail) {
    Taken said = answer.apply(mail);
    // What a failing act has taken in is taken in by none.
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            taken.add(mail);
          }
        });
    return said;
  }

  @Override
  public Taken takeUnreadable(long inboundId, String trouble) {
    unreadable.add(inboundId);
    return opened();
  }

  Taken open(Arrived ignored) {
    return opened();
  }

  private Taken opened() {
    return new Taken.Opened(Subject.of("case", cases.incrementAndGet()), 7);
  }
}
