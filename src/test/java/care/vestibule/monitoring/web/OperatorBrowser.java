package care.vestibule.monitoring.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Somebody at a browser without JavaScript, with cookies of their own. */
final class OperatorBrowser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  OperatorBrowser(int port) {
    this.base = "http://localhost:" + port;
  }

  OperatorBrowser signIn(String username, String password) {
    submit("/login", "/login", "username=" + username + "&password=" + password);
    return this;
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** A page, which must be there. */
  String page(String path) {
    var response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode());
    }
    return response.body();
  }

  /** Sends a form of a page, with the token the page carries. */
  HttpResponse<String> submit(String page, String action, String form) {
    var token = CSRF.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("The form carries no token against forgery");
    }
    return send(
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + token.group(1))));
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
