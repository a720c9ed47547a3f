package care.vestibule.records.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.vestibule.directory.PatientId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.records.fhir.ImportFixture;
import care.vestibule.testing.TestDatabase;
import jakarta.servlet.ServletException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

class FhirApiTests {

  private final ImportFixture vestibule = new ImportFixture();
  private final Actor system = new Actor.ClinicSystem(vestibule.clinic, UUID.randomUUID());

  @Test
  void aBatchIsAnsweredAsFhir() throws Exception {
    var answer = send(system, posted(ImportFixture.file("practitioners.json")));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).startsWith("application/fhir+json");
    assertThat(answer.getContentAsString()).contains("batch-response", "201 Created");
  }

  @Test
  void aBundleThatIsTooLargeIsNotRead() throws Exception {
    var answer = send(system, posted(" ".repeat(100_001)));

    assertThat(answer.getStatus()).isEqualTo(413);
    assertThat(answer.getContentAsString()).contains("OperationOutcome", "too-long");
  }

  @Test
  void otherMediaTypesAreNotTaken() throws Exception {
    var answer =
        send(system, post("/fhir").contentType("application/fhir+xml").content("<Bundle/>"));

    assertThat(answer.getStatus()).isEqualTo(415);
  }

  @Test
  void theProfessionalOnWhoseBehalfItIsSentHasToBeOneOfTheClinic() throws Exception {
    var stranger = posted("{\"resourceType\": \"Bundle\", \"type\": \"batch\"}");

    var answer = send(system, stranger.header("On-Behalf-Of", UUID.randomUUID().toString()));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("not-found");
  }

  @Test
  void nobodyButAClinicsSystemOrADoctorImports() {
    var patient =
        new Actor.PatientUser(
            vestibule.clinic, new PatientId(UUID.randomUUID()), UUID.randomUUID());

    assertThat(problemOf(patient, posted("{}"))).extracting(Problem::slug).isEqualTo("not-found");
    assertThat(problemOf(system, posted("{}").header("On-Behalf-Of", "Dr. No")))
        .extracting(Problem::slug)
        .isEqualTo("on-behalf-of");
  }

  @Test
  void itSaysWhatItCanDo() throws Exception {
    var answer = send(system, get("/fhir/metadata"));

    assertThat(answer.getContentAsString()).contains("CapabilityStatement", "transaction", "4.0.1");
  }

  private static MockHttpServletRequestBuilder posted(String body) {
    return post("/fhir").contentType("application/fhir+json").content(body);
  }

  private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request)
      throws Exception {
    var properties = new FhirProperties(DataSize.ofBytes(100_000));
    var controller = new FhirApi(vestibule.bundles(), ImportFixture.FORMAT, properties);
    MockMvc mvc =
        MockMvcBuilders.standaloneSetup(controller)
            .setCustomArgumentResolvers(new Asking(actor))
            .build();
    var current = TestDatabase.get().clinic();
    return current.during(vestibule.clinic, () -> performed(mvc, request));
  }

  private static MockHttpServletResponse performed(
      MockMvc mvc, MockHttpServletRequestBuilder request) {
    try {
      return mvc.perform(request).andReturn().getResponse();
    } catch (ServletException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Problem problemOf(Actor actor, MockHttpServletRequestBuilder request) {
    return Assertions.assertThrows(Problem.class, () -> send(actor, request));
  }

  /** Stands where identity proves who is asking. */
  private record Asking(Actor actor) implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return actor;
    }
  }
}
