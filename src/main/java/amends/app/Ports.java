package amends.app;

import amends.shared.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before anything starts whether both doors can be opened. */
final class Ports {
  private Ports() {}

  /** The settings with a free port in place of 0. */
  static Settings claimed(Settings settings) {
    int http = claim(settings.http(), "AMENDS_HTTP_PORT", "pages");
    int mail = claim(settings.mail(), "AMENDS_MAIL_PORT", "mail");
    return settings.withPorts(http, mail);
  }

  private static int claim(Settings.Door door, String variable, String what) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(door.address()), door.port()));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "The port %d for %s cannot be opened on %s (%s); stop what uses it, or set %s to another."
              .formatted(door.port(), what, door.address(), e.getMessage(), variable));
    }
  }
}
