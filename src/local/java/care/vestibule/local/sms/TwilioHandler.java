package care.vestibule.local.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as Twilio does: Basic authentication, form in, JSON out. */
final class TwilioHandler implements HttpHandler {

  private static final Pattern PATH =
      Pattern.compile("/2010-04-01/Accounts/(AC\\w+)/Messages(?:/(SM[0-9a-f]{32}))?\\.json");

  private final String account;
  private final String authorization;
  private final MessagesApi messages;
  private final SmsFaults faults;
  private final CountDownLatch closed;
  private final JsonMapper json = JsonMapper.builder().build();

  TwilioHandler(
      String account, String token, MessagesApi messages, SmsFaults faults, CountDownLatch closed) {
    this.account = account;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
    this.messages = messages;
    this.faults = faults;
    this.closed = closed;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      var path = authenticatedPath(exchange);
      switch (exchange.getRequestMethod()) {
        case "POST" -> create(exchange);
        case "GET" -> respond(exchange, 200, read(exchange, path));
        default -> throw new TwilioError(405, 20004, "Method not allowed");
      }
    } catch (TwilioError error) {
      respond(exchange, error.status(), error.asJson());
    }
  }

  private void create(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (faults.next().orElse(null)) {
      case null -> respond(exchange, 201, messages.create(Form.parse(body)));
      case Fault.Answer answer -> throw TwilioError.ofStatus(answer.status());
      case Fault.Silence silence -> {
        var unused = messages.create(Form.parse(body));
        waitFor(silence);
      }
    }
  }

  private Map<String, @Nullable Object> read(HttpExchange exchange, @Nullable String sid) {
    var uri = exchange.getRequestURI();
    return sid == null
        ? messages.list(Form.parse(uri.getRawQuery()), uri.toString())
        : messages.fetch(sid);
  }

  /** The message the path names, or null for all of them. */
  private @Nullable String authenticatedPath(HttpExchange exchange) {
    if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      throw TwilioError.unauthenticated();
    }
    var path = exchange.getRequestURI().getPath();
    var match = PATH.matcher(path);
    if (!match.matches() || !account.equals(match.group(1))) {
      throw TwilioError.notFound(path);
    }
    return match.group(2);
  }

  private void respond(HttpExchange exchange, int status, Map<String, ?> answer)
      throws IOException {
    var bytes = json.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void waitFor(Fault.Silence silence) {
    try {
      var unused = closed.await(silence.delay().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
