package care.vestibule.records.web;

import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.records.fhir.FhirAnswer;
import care.vestibule.records.fhir.FhirFormat;
import care.vestibule.records.fhir.FhirImport;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes bundles of FHIR R4 from the clinic's systems.
 *
 * <p>Who may not ask at all gets problem+json; all else is answered in FHIR.
 */
@RestController
@RequestMapping("/fhir")
@OnlyIn(Zone.PORTAL)
class FhirApi {

  private static final String FHIR_JSON = "application/fhir+json";

  private static final MediaType FHIR_JSON_UTF_8 =
      new MediaType(MediaType.parseMediaType(FHIR_JSON), StandardCharsets.UTF_8);

  private final FhirImport bundles;
  private final FhirFormat format;
  private final FhirProperties properties;

  FhirApi(FhirImport bundles, FhirFormat format, FhirProperties properties) {
    this.bundles = bundles;
    this.format = format;
    this.properties = properties;
  }

  @PostMapping(consumes = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<String> receive(
      Actor actor,
      @RequestHeader(name = "On-Behalf-Of", required = false) @Nullable String onBehalfOf,
      InputStream body)
      throws IOException {
    var importing = importing(actor, onBehalfOf);
    int limit = Math.toIntExact(properties.maxBundleSize().toBytes());
    var bytes = body.readNBytes(limit + 1);
    return answer(
        bytes.length > limit
            ? CapabilityStatements.tooLarge()
            : bundles.receive(bytes, importing, actor.reference()));
  }

  @GetMapping("/metadata")
  ResponseEntity<String> metadata() {
    return answer(new FhirAnswer(200, CapabilityStatements.capabilities()));
  }

  private ResponseEntity<String> answer(FhirAnswer answer) {
    return ResponseEntity.status(answer.status())
        .contentType(FHIR_JSON_UTF_8)
        .body(format.write(answer.body()));
  }

  private static Optional<HcpId> importing(Actor actor, @Nullable String onBehalfOf) {
    if (actor instanceof Actor.Doctor doctor) {
      return Optional.of(doctor.hcp());
    }
    if (actor instanceof Actor.ClinicSystem) {
      return Optional.ofNullable(onBehalfOf).map(FhirApi::hcp);
    }
    throw Problem.notFound();
  }

  private static HcpId hcp(String text) {
    try {
      return HcpId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Problem(Problem.Kind.INVALID, "on-behalf-of");
    }
  }
}
