package care.vestibule.invitation.web;

import care.vestibule.invitation.PresentedLink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser shows of a link; the part called bind never leaves it. */
record LinkBody(@Nullable String selector, @Nullable String secret) {

  Optional<PresentedLink> link() {
    return selector == null || secret == null
        ? Optional.empty()
        : PresentedLink.parse(selector, secret);
  }
}
