package care.vestibule.identity;

import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * Refuses a request in the form of RFC 9457.
 *
 * <p>The title is shown to whoever asked: it says what to do, and holds no input, name or address.
 * What belongs to somebody else is {@code 404}, so that a refusal confirms nothing.
 */
public final class Problem extends RuntimeException {

  private final HttpStatus status;
  private final String slug;
  private final String title;

  /**
   * A problem of the type {@code urn:vestibule:problem:<slug>}.
   *
   * @param slug stable, lower case words joined by hyphens
   * @param title the same text for every occurrence of the type
   * @throws IllegalArgumentException if the slug is malformed or the status is no error
   */
  public Problem(HttpStatus status, String slug, String title) {
    super(slug, null, false, false);
    if (!slug.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || !status.isError()) {
      throw new IllegalArgumentException("Not a problem");
    }
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  /** Something that is not there, or not for the one who asks. */
  public static Problem notFound() {
    return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here for you.");
  }

  /** The status the answer carries. */
  public HttpStatus status() {
    return status;
  }

  /** The last part of the type. */
  public String slug() {
    return slug;
  }

  /** The stable type of the problem. */
  public URI type() {
    return URI.create("urn:vestibule:problem:" + slug);
  }

  /** What people read. */
  public String title() {
    return title;
  }
}
