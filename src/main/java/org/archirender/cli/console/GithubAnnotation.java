package org.archirender.cli.console;

import java.util.List;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;

/** GitHub's workflow commands. GitHub shows ten a step, so several problems of one feedstock are one annotation. */
public final class GithubAnnotation {
    private GithubAnnotation() {}

    /** An error at the first problem's place that tells all of them. */
    public static String error(String title, List<Problem> problems) {
        Problem first = problems.get(0);
        StringBuilder message = new StringBuilder(text(first));
        problems.stream().skip(1).forEach(problem -> message.append("\n").append(problem));
        return command("error", first.at(), title, message.toString());
    }

    /** A warning at {@code at}. */
    public static String warning(Location at, String title, String message) {
        return command("warning", at, title, message);
    }

    private static String text(Problem problem) {
        return problem.message() + (problem.fix().isEmpty() ? "" : "\nfix: " + problem.fix());
    }

    private static String command(String kind, Location at, String title, String message) {
        StringBuilder line = new StringBuilder("::" + kind + " file=" + property(at.file()));
        if (at.line() > 0) {
            line.append(",line=").append(at.line());
        }
        if (at.column() > 0) {
            line.append(",col=").append(at.column());
        }
        return line + ",title=" + property(title) + "::" + data(message);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
