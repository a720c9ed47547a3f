package elsewhere;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which addresses Vestibule is done with, whatever became of the answer. */
public class Departures implements ServletRequestListener {

  private final Set<String> paths = ConcurrentHashMap.newKeySet();

  /** Whether a request to this address is over, with all that is said about it. */
  public boolean have(String path) {
    return paths.contains(path);
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    paths.add(((HttpServletRequest) event.getServletRequest()).getRequestURI());
  }
}
