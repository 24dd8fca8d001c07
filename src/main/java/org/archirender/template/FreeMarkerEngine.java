package org.archirender.template;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
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

/**
 * The one FreeMarker configuration. Tags and interpolations are in square brackets, so that {@code ${HOME}} and
 * {@code ${{ matrix.os }}} mean nothing here; numbers and booleans print as computers read them, in no locale; nothing
 * is loaded from anywhere, no class can be reached, and a missing variable is an error.
 */
final class FreeMarkerEngine {
    private static final Configuration CONFIGURATION = configuration();

    private FreeMarkerEngine() {}

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
        return configuration;
    }

    /**
     * The template {@code source}.
     *
     * @param file as the user knows it, relative to the workspace
     * @throws InputException where it is no template, or uses what templates may not
     */
    static Template parse(String source, String file, FileKind kind) {
        ForbiddenWords.check(source, file);
        TemplateConfiguration format = new TemplateConfiguration();
        format.setOutputFormat(kind.format());
        format.setParentConfiguration(CONFIGURATION);
        try {
            return new Template(file, file, new StringReader(source), CONFIGURATION, format, null);
        } catch (ParseException e) {
            throw TemplateProblems.syntax(e, file);
        } catch (IOException e) {
            throw new AssertionError("a text was not read from memory", e);
        }
    }

    /**
     * What {@code template} writes.
     *
     * @throws InputException where it can't be rendered, with the place in the template
     */
    static String render(Template template, FileKind kind, Map<String, Object> model) {
        ContextWriter writer = new ContextWriter(kind.start());
        try {
            template.process(model, writer);
        } catch (TemplateException e) {
            throw TemplateProblems.rendering(e, template.getName(), model);
        } catch (StackOverflowError e) {
            throw new InputException(
                    Location.of(template.getName()), "a macro calls itself without end", "give it a condition");
        } catch (IOException e) {
            throw new InputException(
                    Location.of(template.getName()), String.valueOf(e.getMessage()), "look for a list without an end");
        }
        if (!writer.open().isEmpty()) {
            throw new InputException(
                    Location.of(template.getName()),
                    "the file ends inside " + writer.open(),
                    "close it in the template");
        }
        return writer.text();
    }

    /**
     * The condition {@code expression}.
     *
     * @throws InputException located {@code at} where it is no expression
     */
    static ProviderFile.When condition(Location at, String expression) {
        String source = "[#if (" + expression + ")]yes[/#if]";
        try {
            return new ProviderFile.When(at, expression, parse(source, at.file(), FileKind.PLAIN));
        } catch (InputException e) {
            throw noCondition(at, expression, e);
        }
    }

    /**
     * Whether {@code when} holds.
     *
     * @throws InputException located at {@code when}'s place where it is no condition over the variables
     */
    static boolean holds(ProviderFile.When when, Map<String, Object> model) {
        try {
            return render(when.template(), FileKind.PLAIN, model).equals("yes");
        } catch (InputException e) {
            throw noCondition(when.at(), when.expression(), e);
        }
    }

    private static InputException noCondition(Location at, String expression, InputException why) {
        Problem problem = why.problems().get(0);
        return new InputException(at, "'" + expression + "' is no condition: " + problem.message(), problem.fix());
    }
}
