package care.vestibule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;

/** Asks the operating system which loopback ports are free. */
final class FreePorts {

  private FreePorts() {}

  /** The wanted ports, each 0 replaced by a free one; all are held at once, so none comes twice. */
  static int[] choose(int... wanted) {
    var held = new ArrayList<ServerSocket>();
    try {
      var chosen = wanted.clone();
      for (var i = 0; i < chosen.length; i++) {
        if (chosen[i] == 0) {
          var socket = listen(0);
          held.add(socket);
          chosen[i] = socket.getLocalPort();
        }
      }
      return chosen;
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    } finally {
      held.forEach(FreePorts::release);
    }
  }

  /** Whether somebody else listens there. */
  static boolean isTaken(int port) {
    try (var socket = listen(port)) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
