package care.vestibule.messaging.sms;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Makes each request of the SDK once, at the configured address.
 *
 * <p>The SDK's own client repeats a POST that was answered with 5xx, which may be a second message.
 */
final class OneShotHttpClient extends HttpClient {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI base;
  private final java.net.http.HttpClient client =
      java.net.http.HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
          .build();

  OneShotHttpClient(URI base) {
    this.base = base;
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] codes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    var http =
        HttpRequest.newBuilder(address(request))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .method(request.getMethod().name(), body(request));
    if (request.requiresAuthentication()) {
      http.header("Authorization", request.getAuthString());
    }
    if (request.getMethod() == com.twilio.http.HttpMethod.POST) {
      http.header("Content-Type", "application/x-www-form-urlencoded");
    }
    try {
      var answer = client.send(http.build(), HttpResponse.BodyHandlers.ofString());
      return new Response(answer.body(), answer.statusCode());
    } catch (IOException e) {
      throw new ApiConnectionException("No answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("Interrupted");
    }
  }

  private URI address(Request request) {
    var wanted = request.constructURL();
    return base.resolve(wanted.getFile());
  }

  private static HttpRequest.BodyPublisher body(Request request) {
    return request.getMethod() == com.twilio.http.HttpMethod.POST
        ? HttpRequest.BodyPublishers.ofString(request.encodeFormBody())
        : HttpRequest.BodyPublishers.noBody();
  }
}
