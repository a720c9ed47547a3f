package care.vestibule.identity.web;

import care.vestibule.identity.Actor;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  static {
    // Who asks comes from the key, never from a parameter.
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Actor.class,
            Actor.ClinicSystem.class,
            Actor.Doctor.class,
            Actor.PatientUser.class,
            Actor.Desk.class,
            Actor.Operations.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Vestibule")
                .version("v1")
                .description("Invites patients and follows what their doctors share."))
        .components(
            new Components()
                .addSecuritySchemes(
                    "apiKey",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A clinic's key, vk_<id>_<secret>.")))
        .addSecurityItem(new SecurityRequirement().addList("apiKey"));
  }
}
