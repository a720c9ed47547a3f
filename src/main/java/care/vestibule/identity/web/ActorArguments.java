package care.vestibule.identity.web;

import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the actor it asks for, or refuses: 401 for nobody, 403 for somebody else. */
@Component
final class ActorArguments implements HandlerMethodArgumentResolver {

  private static final String ON_BEHALF_OF = "On-Behalf-Of";

  private final ClinicDoctors colleagues;

  ActorArguments(ClinicDoctors colleagues) {
    this.colleagues = colleagues;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return Actor.class.isAssignableFrom(parameter.getParameterType());
  }

  @Override
  public Actor resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof ActorAuthentication asking)) {
      throw new InsufficientAuthenticationException("Nobody is signed in");
    }
    var wanted = parameter.getParameterType();
    var actor = asking.actor();
    var named = request.getHeader(ON_BEHALF_OF);
    if (actor instanceof Actor.ClinicSystem system
        && named != null
        && wanted.isAssignableFrom(Actor.Doctor.class)) {
      actor = doctor(system, named);
    }
    if (!wanted.isInstance(actor)) {
      throw new AccessDeniedException("Not for this actor");
    }
    return actor;
  }

  private Actor.Doctor doctor(Actor.ClinicSystem system, String hcp) {
    try {
      return colleagues.of(system.clinic(), HcpId.parse(hcp)).orElseThrow(Problem::notFound);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound();
    }
  }
}
