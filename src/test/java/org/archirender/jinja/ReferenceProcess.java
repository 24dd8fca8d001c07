package org.archirender.jinja;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;

/** The system's own Python and Jinja, asked through {@code src/test/python/reference.py}. */
public final class ReferenceProcess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PYTHON = System.getProperty("reference.python", "/usr/bin/python3");

    private ReferenceProcess() {}

    /** What the reference said: a result, or the error that it raised. */
    public record Answer(String result, String error) {}

    /** Skips the running test where there is no Python with Jinja. */
    public static void assumePresent() {
        assumeTrue(
                works(),
                () -> "skipped: no " + PYTHON
                        + " with jinja2 (apt-get install python3-jinja2, or say -Dreference.python=PATH)");
    }

    private static boolean works() {
        try {
            Process process = new ProcessBuilder(PYTHON, "-c", "import jinja2").start();
            process.getOutputStream().close();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Asks all questions at once.
     *
     * @param kind {@code expression} or {@code template}
     */
    public static List<Answer> ask(String kind, List<String> questions) throws IOException {
        Process process = new ProcessBuilder(
                        PYTHON, Path.of("src/test/python/reference.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread writer = new Thread(() -> write(process, kind, questions));
        writer.start();
        List<Answer> answers = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode answer = JSON.readTree(line);
                answers.add(new Answer(
                        answer.path("result").asText(), answer.path("error").asText("")));
            }
        }
        if (answers.size() != questions.size()) {
            throw new IOException("the reference answered " + answers.size() + " of " + questions.size());
        }
        return answers;
    }

    private static void write(Process process, String kind, List<String> questions) {
        try (BufferedWriter out = process.outputWriter(StandardCharsets.UTF_8)) {
            for (String question : questions) {
                out.write(JSON.writeValueAsString(JSON.createObjectNode().put(kind, question)));
                out.newLine();
            }
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** The names that the reference knows, new ones at each call. */
    public static Scope names() {
        Map<String, PyValue> names = new LinkedHashMap<>();
        names.put("a", PyInt.of(7));
        names.put("b", PyInt.of(-3));
        names.put("half", new PyFloat(0.5));
        names.put("big", new PyInt(java.math.BigInteger.TEN.pow(20)));
        names.put("yes", PyBool.TRUE);
        names.put("no", PyBool.FALSE);
        names.put("nothing", PyNone.NONE);
        names.put("name", new PyStr("libExample"));
        names.put("version", new PyStr("1.10.2"));
        names.put("text", new PyStr("  two words\t"));
        names.put("empty", PyStr.EMPTY);
        names.put("numbers", PyTuple.of(PyInt.of(3), PyInt.of(1), PyInt.of(2)));
        names.put("words", new PyList(List.of(new PyStr("pear"), new PyStr("Apple"), new PyStr("fig"))));
        PyDict table = new PyDict();
        table.put(new PyStr("x"), PyInt.of(1));
        table.put(new PyStr("y"), new PyList(List.of(PyInt.of(1), PyInt.of(2))));
        table.put(new PyStr("name"), new PyStr("inner"));
        names.put("table", table);
        return Scope.of(names);
    }
}
