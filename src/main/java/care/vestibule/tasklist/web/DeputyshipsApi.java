package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.deputy.Deputyship;
import care.vestibule.accessrequest.deputy.Deputyships;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who stands in for a doctor, set by the doctor or by the clinic's system in their name. */
@RestController
@OnlyIn(Zone.PORTAL)
@RequestMapping("/api/v1/deputyships")
class DeputyshipsApi {

  private final Deputyships deputyships;

  DeputyshipsApi(Deputyships deputyships) {
    this.deputyships = deputyships;
  }

  @GetMapping
  @Operation(summary = "Who stands in for the doctor, now and later")
  List<View> list(Actor.Doctor doctor) {
    return deputyships.of(doctor.hcp()).stream().map(View::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Arranges a deputy for some days, both included")
  View arrange(Actor.Doctor doctor, @RequestBody Wish wish) {
    return View.of(
        deputyships.arrange(
            doctor, new HcpId(given(wish.deputy())), given(wish.from()), given(wish.until())));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ends a deputyship now")
  void end(Actor.Doctor doctor, @PathVariable UUID id) {
    deputyships.end(doctor, id);
  }

  private static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new Problem(Problem.Kind.INVALID, "deputy-missing");
    }
    return value;
  }

  /** What is asked for. */
  record Wish(@Nullable UUID deputy, @Nullable LocalDate from, @Nullable LocalDate until) {}

  /** What was arranged. */
  record View(UUID id, UUID deputy, LocalDate from, LocalDate until) {

    static View of(Deputyship deputyship) {
      return new View(
          deputyship.id(), deputyship.deputy().value(), deputyship.from(), deputyship.until());
    }
  }
}
