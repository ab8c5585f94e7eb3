package amends.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A line of TCP to a port of this machine, as a network between two machines: it can be held, so
 * that nothing arrives and nobody hears of it until it goes on, and cut, so that nobody is reached.
 */
final class HeldLine implements AutoCloseable {
  private static final long STEP = 5_000_000;

  private final ServerSocket door;
  private final int target;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile boolean held;
  private volatile boolean cut;

  HeldLine(int target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** What was sent before arrives late, when it goes on. */
  void hold() {
    held = true;
  }

  /** What was under way is lost, and whoever comes anew is turned away. */
  void cut() {
    cut = true;
    open.forEach(HeldLine::shut);
    open.clear();
  }

  void goOn() {
    cut = false;
    held = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket from = door.accept();
        if (cut) {
          shut(from);
          continue;
        }
        Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(from);
        open.add(to);
        Thread.ofVirtual().start(() -> carry(from, to));
        Thread.ofVirtual().start(() -> carry(to, from));
      } catch (IOException e) {
        LockSupport.parkNanos(STEP);
      }
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        while (held && !from.isClosed()) {
          LockSupport.parkNanos(STEP);
        }
        out.write(bytes, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // The line is gone: so are both its ends.
    } finally {
      shut(from);
      shut(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    cut();
    door.close();
  }
}
