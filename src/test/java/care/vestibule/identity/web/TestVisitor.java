package care.vestibule.identity.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody who comes to Vestibule over HTTP, with cookies of their own. */
final class TestVisitor {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  TestVisitor(int port) {
    this.base = "http://localhost:" + port;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** A browser asking for a page. */
  HttpResponse<String> page(String path) {
    return get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  HttpResponse<String> postJson(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Without a length in advance. */
  HttpResponse<String> postStream(String path, InputStream body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)));
  }

  HttpResponse<String> postForm(String path, String form) {
    return send(
        request(path, "Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  HttpResponse<String> signIn(String username, String password) {
    var match = CSRF.matcher(page("/login").body());
    if (!match.find()) {
      throw new AssertionError("The form carries no token against forgery");
    }
    return postForm(
        "/login", "username=" + username + "&password=" + password + "&_csrf=" + match.group(1));
  }

  Map<String, String> cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                java.net.HttpCookie::getName, java.net.HttpCookie::getValue));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var builder = HttpRequest.newBuilder(URI.create(base + path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
