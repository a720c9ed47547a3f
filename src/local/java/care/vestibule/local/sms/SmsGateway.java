package care.vestibule.local.sms;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loopback server that speaks the part of Twilio's REST API which sends text messages. */
public final class SmsGateway implements AutoCloseable {

  private final SmsFolder folder;
  private final SmsFaults faults = new SmsFaults();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final StatusReports reports;
  private final HttpServer server;

  private SmsGateway(
      SmsFolder folder, int port, String account, String token, InstantSource clock) {
    this.folder = folder;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reports = new StatusReports(account, token);
    var messages = new MessagesApi(folder, clock, account, this::report);
    server.createContext("/", new TwilioHandler(account, token, messages, faults, closed));
    server.setExecutor(threads);
    server.start();
  }

  /** Listens on a loopback port and stores under the directory. */
  public static SmsGateway open(
      Path directory, int port, String account, String token, InstantSource clock) {
    return new SmsGateway(new SmsFolder(directory), port, account, token, clock);
  }

  /** Where it listens; what the SDK finds at {@code https://api.twilio.com}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Every message ever taken, the newest first. */
  public List<ReceivedSms> all() {
    return folder.newestFirst();
  }

  /** The messages to one number, the newest first. */
  public List<ReceivedSms> to(String number) {
    return all().stream().filter(sms -> sms.to().equals(number)).toList();
  }

  /** What shall go wrong. */
  public SmsFaults faults() {
    return faults;
  }

  // After the answer to the sender, as Twilio does: who is told needs to know the message first.
  private void report(ReceivedSms sms) {
    var loss = faults.loss();
    var unused =
        threads.submit(
            () -> {
              reports.send(sms, "sent", "");
              loss.ifPresentOrElse(
                  code -> reports.send(sms, "undelivered", code.toString()),
                  () -> reports.send(sms, "delivered", ""));
            });
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
