package care.vestibule.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.correspondence.CodeSender;
import care.vestibule.correspondence.LinkComposer;
import care.vestibule.correspondence.LinkSender;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.enrolment.CompleteEnrolment;
import care.vestibule.enrolment.Enrolments;
import care.vestibule.enrolment.LinkVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ZonesTests {

  @Test
  void thePortalHasNobodyWhoComposesLinksOrCodes() {
    try (var portal = started("portal")) {
      assertThat(portal.getBeanNamesForType(LinkComposer.class)).isEmpty();
      assertThat(portal.getBeanNamesForType(LinkSender.class)).isEmpty();
      assertThat(portal.getBeanNamesForType(CodeSender.class)).isEmpty();
      assertThat(portal.getBeanNamesForType(Enrolments.class)).hasSize(1);
    }
  }

  @Test
  void theAgentLetsNobodyIn() {
    try (var agent = started("agent")) {
      assertThat(agent.getBeanNamesForType(Enrolments.class)).isEmpty();
      assertThat(agent.getBeanNamesForType(CompleteEnrolment.class)).isEmpty();
      assertThat(agent.getBeanNamesForType(LinkSender.class)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {LinkVerification.class, CompleteEnrolment.class, Enrolments.class})
  void nothingThatAnswersBrowsersTakesTheAgentsKey(Class<?> portalType) {
    for (var constructor : portalType.getDeclaredConstructors()) {
      assertThat(constructor.getParameterTypes()).doesNotContain(InvitationKey.class);
    }
  }

  private static ConfigurableApplicationContext started(String role) {
    return new SpringApplicationBuilder(InvitationTestApplication.class)
        .run("--vestibule.roles=" + role, "--server.port=0");
  }
}
