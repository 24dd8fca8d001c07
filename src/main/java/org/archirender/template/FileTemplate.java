package org.archirender.template;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlReader;

/**
 * A template of a file, under the one FreeMarker configuration. Tags and interpolations are in square brackets, so that
 * {@code ${HOME}} and {@code ${{ matrix.os }}} mean nothing here; numbers and booleans print as computers read them, in
 * no locale; nothing is loaded from anywhere, no class can be reached, and a missing variable is an error.
 */
record FileTemplate(Template template, FileKind kind) {
    private static final Configuration CONFIGURATION = configuration();

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_35));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateLoader(null);
        configuration.setLocalizedLookup(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setArithmeticEngine(new BoundedArithmetic());
        return configuration;
    }

    /**
     * The template {@code source}.
     *
     * @param file as the user knows it, relative to the workspace
     * @throws InputException where it is no template, or uses what templates may not
     */
    static FileTemplate parse(String source, String file, FileKind kind) {
        ForbiddenWords.check(source, file);
        TemplateConfiguration format = new TemplateConfiguration();
        format.setOutputFormat(kind.format());
        format.setParentConfiguration(CONFIGURATION);
        try {
            Template template = new Template(file, file, new StringReader(source), CONFIGURATION, format, null);
            _CoreAPI.addThreadInterruptedChecks(template);
            return new FileTemplate(template, kind);
        } catch (ParseException e) {
            throw TemplateProblems.syntax(e, file);
        } catch (StackOverflowError e) {
            // FreeMarker's parser recurses for each bracket and tag in another.
            throw new InputException(Location.of(file), "is nested too deep", "look for brackets that nobody closes");
        } catch (IOException e) {
            throw new AssertionError("a text was not read from memory", e);
        }
    }

    /**
     * What it writes.
     *
     * @throws InputException where it can't be rendered, with the place in the template
     */
    String render(Map<String, Object> model) {
        return BoundedRun.of(template.getName(), () -> written(model));
    }

    private String written(Map<String, Object> model) {
        String name = template.getName();
        ContextWriter writer = new ContextWriter(kind.start());
        try {
            template.process(model, writer);
        } catch (TemplateException e) {
            throw TemplateProblems.rendering(e, name, model);
        } catch (OutOfMemoryError e) {
            // A text or a list that FreeMarker makes whole before it is written, as ?left_pad(1000000000) does.
            throw new InputException(
                    Location.of(name), "takes more memory than there is", "look for a text or list of giant size");
        } catch (StackOverflowError e) {
            throw new InputException(Location.of(name), "a macro calls itself without end", "give it a condition");
        } catch (IOException e) {
            throw new InputException(
                    Location.of(name), String.valueOf(e.getMessage()), "look for a list without an end");
        }
        if (!writer.open().isEmpty()) {
            throw new InputException(
                    Location.of(name), "the file ends inside " + writer.open(), "close it in the template");
        }
        if (kind == FileKind.YAML) {
            requireYaml(writer.text(), name);
        }
        return writer.text();
    }

    private static void requireYaml(String text, String template) {
        try {
            YamlReader.read(text, "line");
        } catch (InputException e) {
            Problem problem = e.problems().get(0);
            throw new InputException(
                    Location.of(template),
                    "the rendered file is " + problem.message() + ", at its " + problem.at(),
                    "quote what is interpolated there");
        }
    }
}
