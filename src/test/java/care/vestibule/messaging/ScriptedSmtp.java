package care.vestibule.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers chosen commands as the test says, and all others with success. */
public final class ScriptedSmtp implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> script = new ConcurrentHashMap<>();
  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  /** Listens on a free port. */
  public ScriptedSmtp() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::acceptAll);
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /** As an answer: says nothing until the client hangs up. */
  public static final String SILENCE = "(silence)";

  /**
   * From now on the command is answered so; an empty answer ends the connection. The end of the
   * message itself goes by the name {@code .}.
   */
  public void answer(String command, String answer) {
    script.put(command, answer);
  }

  /** From now on every command succeeds. */
  public void healed() {
    script.clear();
    heard.clear();
  }

  /** What it took, also what it never said it took. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  /** Whether a command was heard since the server was last healed. */
  public boolean hasHeard(String command) {
    return heard.contains(command);
  }

  /** How often it was called. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var lines =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      boolean open = say(client, script.getOrDefault("CONNECT", "220 scripted"));
      String line;
      while (open && (line = lines.readLine()) != null) {
        // A server that greets nobody any more serves nobody any more either.
        if (script.containsKey("CONNECT")) {
          return;
        }
        var command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        heard.add(command);
        if (command.equals("DATA") && !script.containsKey("DATA")) {
          say(client, "354 go on");
          var message = message(lines);
          // Kept first: a server may take a message and never say so.
          if (!script.getOrDefault(".", "250").matches("[45].*")) {
            messages.add(message);
          }
          command = ".";
        }
        var answer = script.getOrDefault(command, "250 fine");
        if (answer.equals(SILENCE)) {
          var unused = client.getInputStream().readAllBytes();
          return;
        }
        open = say(client, answer);
      }
    } catch (IOException e) {
      // The client went away, which is its right.
    }
  }

  private static String message(BufferedReader lines) throws IOException {
    var message = new StringBuilder();
    for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
      message.append(line).append('\n');
    }
    return message.toString();
  }

  private static boolean say(Socket client, String answer) throws IOException {
    if (answer.isEmpty()) {
      return false;
    }
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
    return true;
  }
}
