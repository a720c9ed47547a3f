package care.vestibule.process.projection;

import care.vestibule.process.projection.Rebuild.Progress;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with an open rebuild, whoever began it and died; several portals may try at once. */
@Component
@OnlyIn(Zone.PORTAL)
class RebuildSchedule {

  private final Rebuild rebuild;

  RebuildSchedule(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  @Scheduled(fixedDelayString = "${vestibule.projection.rebuild-check:5s}")
  void goOn() {
    Progress progress;
    do {
      progress = rebuild.step();
    } while (progress == Progress.MORE);
  }
}
