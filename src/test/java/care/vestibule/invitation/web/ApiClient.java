package care.vestibule.invitation.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks Vestibule over HTTP, without cookies. */
final class ApiClient {

  private final String base;
  private final HttpClient client;

  ApiClient(int port) {
    this("http://localhost:" + port, HttpClient.newHttpClient());
  }

  private ApiClient(String base, HttpClient client) {
    this.base = base;
    this.client = client;
  }

  /** Asks from one of this machine's own addresses. */
  static ApiClient from(String address, int port) {
    try {
      return new ApiClient(
          "http://127.0.0.1:" + port,
          HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build());
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var builder = HttpRequest.newBuilder(URI.create(base + path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
