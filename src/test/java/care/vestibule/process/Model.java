package care.vestibule.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The model as the engine gets it, read as what it is: XML. */
public final class Model {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  private final Element root;

  /** Reads the model that the application deploys. */
  public Model() {
    var factory = DocumentBuilderFactory.newNSInstance();
    try (var file = Model.class.getResourceAsStream("/bpmn/patient-access.bpmn")) {
      root = factory.newDocumentBuilder().parse(file).getDocumentElement();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError("The model is not XML", e);
    }
  }

  /** All elements of a BPMN type, such as {@code serviceTask}. */
  public List<Element> bpmn(String type) {
    return list(root.getElementsByTagNameNS(BPMN, type));
  }

  /** All extension elements of an engine type, such as {@code taskDefinition}. */
  public List<Element> zeebe(String type) {
    return list(root.getElementsByTagNameNS(ZEEBE, type));
  }

  /** The values of an attribute over those elements, sorted. */
  public static Set<String> values(List<Element> elements, String attribute) {
    return elements.stream()
        .map(element -> element.getAttribute(attribute))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All elements. */
  public List<Element> all() {
    return list(root.getElementsByTagNameNS("*", "*"));
  }

  static List<Element> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }
}
