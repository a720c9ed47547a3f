package care.vestibule.local.sms;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends what the real SDK asks for to the stand-in, and leaves everything else as it is. */
final class LoopbackHttpClient extends HttpClient {

  private final URI target;

  LoopbackHttpClient(URI target) {
    this.target = target;
  }

  @Override
  public Response makeRequest(Request request) {
    var url = target + request.constructURL().getFile();
    var builder =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", request.getAuthString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                request.getMethod().name(),
                HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      var answer = client.send(builder.build(), BodyHandlers.ofString());
      return new Response(answer.body(), answer.statusCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // The SDK repeats a POST on 5xx; what is tested here is one request and its answer.
  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }
}
