package care.vestibule.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript, in the hands of somebody at a clinic. */
final class DeskBrowser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String base;
  private final String reference;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  DeskBrowser(int port, String reference) {
    this.base = "http://localhost:" + port;
    this.reference = reference;
  }

  /** By which the audit log knows them. */
  String reference() {
    return reference;
  }

  void signIn(String username, String password) {
    var in = submit("/login", "/login", Map.of("username", username, "password", password));
    assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("refused");
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** A page that is there, with every text in its place. */
  String page(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    assertThat(answer.body()).as("texts on " + path).doesNotContain("??");
    return answer.body();
  }

  /** Sends a form with the token of the page it stands on. */
  HttpResponse<String> submit(String from, String path, Map<String, String> fields) {
    var token = CSRF.matcher(get(from).body());
    assertThat(token.find()).as("a form with its token on " + from).isTrue();
    var form = new TreeMap<>(fields);
    form.put("_csrf", token.group(1));
    return post(path, form);
  }

  /** Sends a form of the page at that path to something below it. */
  HttpResponse<String> does(String page, String step, Map<String, String> fields) {
    return submit(page, page + step, fields);
  }

  HttpResponse<String> post(String path, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Where an answer leads. */
  static String next(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath()
        + "?"
        + URI.create(answer.headers().firstValue("Location").orElseThrow()).getQuery();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
