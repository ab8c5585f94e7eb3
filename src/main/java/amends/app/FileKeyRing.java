package amends.app;

import amends.shared.KeyRing;
import amends.shared.Locked;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key ring of an installation: lines {@code version:hex} in a file that only we may read. */
public final class FileKeyRing implements KeyRing {
  private static final Pattern ONE =
      Pattern.compile("([1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5]):([0-9a-fA-F]{64})");
  private static final Set<PosixFilePermission> STRANGERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private static final Set<OpenOption> MADE =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  private static final FileAttribute<?> OURS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final SecureRandom CHANCE = new SecureRandom();

  private final NavigableMap<Integer, byte[]> keys;

  private FileKeyRing(NavigableMap<Integer, byte[]> keys) {
    this.keys = keys;
  }

  /** The ring that was set, else the one in the data directory, where one is made once. */
  public static FileKeyRing open(String given, Path data) {
    if (!given.isEmpty()) return of(given);
    Path file = data.resolve("keys");
    try {
      if (!Files.exists(file)) make(file);
      refuseOpenFile(file);
      String text = Files.readString(file).strip().replace('\n', ',');
      if (!isWritten(text)) {
        throw Trouble.couldNotRun(
            "The key ring " + file + " is damaged; restore it from a backup.");
      }
      return of(text);
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "The key ring %s cannot be read or made (%s); free some space there, or give this user the right to write."
              .formatted(file, e.getMessage()));
    }
  }

  static boolean isWritten(String text) {
    return Arrays.stream(text.split(",", -1)).allMatch(one -> ONE.matcher(one.strip()).matches());
  }

  private static FileKeyRing of(String text) {
    NavigableMap<Integer, byte[]> keys = new TreeMap<>();
    for (String one : List.of(text.split(",", -1))) {
      int colon = one.indexOf(':');
      keys.put(
          Integer.parseInt(one.substring(0, colon).strip()),
          HexFormat.of().parseHex(one.substring(colon + 1).strip()));
    }
    return new FileKeyRing(keys);
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    byte[] line = ("1:" + HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel = FileChannel.open(fresh, MADE, OURS)) {
      channel.lock();
      // Another command may have been quicker: its key is the ring's.
      if (Files.exists(file)) {
        Files.deleteIfExists(fresh);
        return;
      }
      channel.truncate(0).write(ByteBuffer.wrap(line));
      channel.force(true);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void refuseOpenFile(Path file) throws IOException {
    if (Files.getPosixFilePermissions(file).stream().anyMatch(STRANGERS::contains)) {
      throw Trouble.couldNotRun(
          "The key ring %s may be read by others; run chmod 600 on it, and put a new key into it if"
                  .formatted(file)
              + " somebody may have.");
    }
  }

  @Override
  public byte[] mac(String purpose, byte[] data) {
    var newest = keys.lastEntry();
    return mac(newest.getKey(), newest.getValue(), purpose, data);
  }

  @Override
  public boolean verify(String purpose, byte[] data, byte[] given) {
    if (given.length < 11 || given.length > 33) return false;
    byte[] key = keys.get(given[0] & 0xff);
    if (key == null) return false;
    byte[] whole = mac(given[0] & 0xff, key, purpose, data);
    return MessageDigest.isEqual(Arrays.copyOf(whole, given.length), given);
  }

  @Override
  public byte[] lock(String purpose, byte[] plain) {
    var newest = keys.lastEntry();
    byte[] key = derived(newest.getKey(), newest.getValue(), purpose);
    byte[] nonce = new byte[Locked.NONCE];
    CHANCE.nextBytes(nonce);
    return Locked.lock(newest.getKey(), key, nonce, plain);
  }

  @Override
  public byte[] unlock(String purpose, byte[] locked) {
    int version = Locked.version(locked);
    byte[] key = keys.get(version);
    if (key == null) throw new IllegalArgumentException("the key ring has no key " + version);
    return Locked.unlock(derived(version, key, purpose), locked);
  }

  /** One key a purpose: what is locked for one cannot be opened for another. */
  private static byte[] derived(int version, byte[] key, String purpose) {
    byte[] code = mac(version, key, "lock " + purpose, new byte[0]);
    return Arrays.copyOfRange(code, 1, code.length);
  }

  private static byte[] mac(int version, byte[] key, String purpose, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] code = mac.doFinal(data);
      byte[] versioned = new byte[code.length + 1];
      versioned[0] = (byte) version;
      System.arraycopy(code, 0, versioned, 1, code.length);
      return versioned;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA256", e);
    }
  }
}
