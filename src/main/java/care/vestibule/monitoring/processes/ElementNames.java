package care.vestibule.monitoring.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The names of the model's elements, as the diagram shows them. */
@Component
public final class ElementNames {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private final Map<String, String> names = new LinkedHashMap<>();

  ElementNames() {
    try (var model = new ClassPathResource("bpmn/patient-access.bpmn").getInputStream()) {
      var document = DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(model);
      var process = (Element) document.getElementsByTagNameNS(BPMN, "process").item(0);
      var elements = process.getElementsByTagNameNS(BPMN, "*");
      for (int i = 0; i < elements.getLength(); i++) {
        var element = (Element) elements.item(i);
        if (element.hasAttribute("name") && !element.getLocalName().equals("sequenceFlow")) {
          names.put(element.getAttribute("id"), element.getAttribute("name"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("The model cannot be read", e);
    }
  }

  /** The name of an element; its id if the model of today has none for it. */
  public String of(String element) {
    return names.getOrDefault(element, element);
  }

  /** All named elements by id, in the order of the model. */
  public Map<String, String> all() {
    return Collections.unmodifiableMap(names);
  }
}
