package care.vestibule.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.vestibule.testing.Await;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.regex.Pattern;
import org.agrona.concurrent.UnsafeBuffer;
import tools.jackson.databind.json.JsonMapper;

/** Completes user tasks over REST, which the engine in memory does not offer. */
final class UserTaskRest implements AutoCloseable {

  private static final Pattern COMPLETION = Pattern.compile("/v2/user-tasks/(\\d+)/completion");

  private final ZeebeTestEngine engine;
  private final TestEngine events;
  private final HttpServer server;

  UserTaskRest(ZeebeTestEngine engine, TestEngine events) {
    this.engine = engine;
    this.events = events;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    var completion = COMPLETION.matcher(exchange.getRequestURI().getPath());
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var done = completion.matches() && completes(Long.parseLong(completion.group(1)), body);
    exchange.sendResponseHeaders(done ? 204 : 404, -1);
    exchange.close();
  }

  private boolean completes(long task, String body) {
    var rejectionsBefore = rejections(task);
    var answersBefore = completions(task) + rejectionsBefore;
    var variables = JsonMapper.builder().build().readTree(body).path("variables").toString();
    var command =
        new UserTaskRecord()
            .setUserTaskKey(task)
            .setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(variables)))
            .setAction("");
    write(task, command);
    Await.until(
        "an answer to the completion",
        TestEngine.BUDGET,
        () -> completions(task) + rejections(task),
        seen -> seen > answersBefore);
    return rejections(task) == rejectionsBefore;
  }

  private long completions(long task) {
    return events.events(UserTaskRecordValue.class, UserTaskIntent.COMPLETED).stream()
        .filter(event -> event.getKey() == task)
        .count();
  }

  private long rejections(long task) {
    return events
        .records(UserTaskRecordValue.class, UserTaskIntent.COMPLETE, RecordType.COMMAND_REJECTION)
        .stream()
        .filter(event -> event.getKey() == task)
        .count();
  }

  /** Reaches for the writer the gateway keeps to itself. */
  private void write(long key, UserTaskRecord command) {
    try {
      var gatewayField = engine.getClass().getDeclaredField("gateway");
      gatewayField.setAccessible(true);
      var gateway = gatewayField.get(engine);
      var writerField = gateway.getClass().getDeclaredField("writer");
      writerField.setAccessible(true);
      var writer = writerField.get(gateway);
      var write =
          writer
              .getClass()
              .getDeclaredMethod(
                  "writeCommandWithKey",
                  Long.class,
                  UnifiedRecordValue.class,
                  RecordMetadata.class);
      write.setAccessible(true);
      write.invoke(
          writer,
          key,
          command,
          new RecordMetadata()
              .recordType(RecordType.COMMAND)
              .valueType(ValueType.USER_TASK)
              .intent(UserTaskIntent.COMPLETE));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The engine in memory has changed inside", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
