package care.vestibule.identity.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body ends in a problem when it is longer than allowed, however it is sent. */
final class LimitedRequest extends HttpServletRequestWrapper {

  private final long limit;
  private @Nullable ServletInputStream stream;

  LimitedRequest(HttpServletRequest request, long limit) {
    super(request);
    this.limit = limit;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    var existing = stream;
    if (existing == null) {
      existing = new LimitedInput(super.getInputStream(), limit);
      stream = existing;
    }
    return existing;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    // The API speaks UTF-8 only; a declared charset other than that is not honoured.
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }
}
