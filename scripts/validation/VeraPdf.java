import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks PDF files against PDF/UA-1 and PDF/A-3a: `java -cp JAR VeraPdf.java FILE…`, where JAR holds veraPDF's library.
 *
 * Prints one line `FILE tab STANDARD` for each file and standard that pass; otherwise one such line for each broken
 * rule, with the rule after a further tab. Ends with an exception if a file cannot be checked.
 */
public class VeraPdf {
    private static final Map<String, String> PROFILES = new LinkedHashMap<>();

    static {
        PROFILES.put("PDF/UA-1", "PDFUA-1.xml");
        PROFILES.put("PDF/A-3a", "PDFA-3A.xml");
    }

    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : PROFILES.entrySet()) {
            profiles.put(entry.getKey(), profile(entry.getValue()));
        }
        for (String file : files) {
            for (Map.Entry<String, ValidationProfile> entry : profiles.entrySet()) {
                String start = file + "\t" + entry.getKey();
                List<String> broken = brokenRules(new File(file), entry.getValue());
                if (broken.isEmpty()) {
                    System.out.println(start);
                }
                for (String rule : broken) {
                    System.out.println(start + "\t" + rule.replaceAll("\\s+", " "));
                }
            }
        }
    }

    private static List<String> brokenRules(File file, ValidationProfile profile) throws Exception {
        Map<RuleId, String> found = new LinkedHashMap<>();
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, 1, false, true, false)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = assertion.getRuleId();
                    String text = assertion.getErrorMessage() == null ? assertion.getMessage() : assertion.getErrorMessage();
                    String place = assertion.getLocation().getContext();
                    found.putIfAbsent(rule, rule.getClause() + "-" + rule.getTestNumber() + " " + text + " @ " + place);
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** A profile from the jar. It is read here, since veraPDF's own reader needs a library (JAXB) that the jar lacks. */
    private static ValidationProfile profile(String name) throws Exception {
        Element root;
        try (InputStream stream = PDFAValidator.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element element : elements(root, "rule")) {
            rules.add(rule(element));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element element : elements(root, "variable")) {
            variables.add(Profiles.variableFromValues(element.getAttribute("name"), element.getAttribute("object"),
                    text(element, "defaultValue"), text(element, "value")));
        }
        if (rules.isEmpty()) {
            throw new IllegalStateException("no rules in " + name);
        }
        return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
                Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element element) {
        Element id = elements(element, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : elements(element, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(
                    argument.getTextContent(), attribute(argument, "name"), null));
        }
        String deferred = attribute(element, "deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                element.getAttribute("object"), deferred == null ? null : Boolean.valueOf(deferred),
                attribute(element, "tags"), text(element, "description"), text(element, "test"),
                Profiles.errorFromValues(text(element, "message"), arguments), new ArrayList<>());
    }

    private static String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> all = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            all.add((Element) found.item(index));
        }
        return all;
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }
}
