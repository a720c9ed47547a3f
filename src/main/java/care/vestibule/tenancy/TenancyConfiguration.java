package care.vestibule.tenancy;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TenancyConfiguration {

  @Bean
  ClinicTransactionManager transactionManager(DataSource dataSource, CurrentClinic clinic) {
    return new ClinicTransactionManager(dataSource, clinic);
  }
}
