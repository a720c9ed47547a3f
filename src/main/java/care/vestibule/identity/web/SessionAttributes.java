package care.vestibule.identity.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * Lets a session hold texts, collections, the CSRF token and flash attributes only.
 *
 * <p>What is read back comes from a table. Without the filter, whoever can write there could have
 * any class on the class path instantiated (CWE-502).
 */
@Configuration(proxyBeanMethods = false)
class SessionAttributes {

  private static final ObjectInputFilter ALLOWED =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=8;maxrefs=1000;maxbytes=65536;java.lang.*;java.util.*;java.time.Ser;"
              + "org.springframework.util.*;org.springframework.web.servlet.FlashMap;"
              + "org.springframework.security.web.csrf.DefaultCsrfToken;!*");

  @Bean
  ConversionService springSessionConversionService() {
    var conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
    conversion.addConverter(byte[].class, Object.class, SessionAttributes::read);
    return conversion;
  }

  static Object read(byte[] bytes) {
    try (var stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      stream.setObjectInputFilter(ALLOWED);
      return stream.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("Not an attribute of a session", e);
    }
  }
}
