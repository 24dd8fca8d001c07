package org.archirender.cli.report;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.cli.console.JsonDocument;
import org.archirender.publish.PublishOutcome;
import org.archirender.publish.PublishOutcome.ForeignCommit;
import org.archirender.publish.PublishOutcome.Proposed;

/**
 * How far one feedstock's remote is from its rendering.
 *
 * @param name of the package
 * @param standing what a look found; empty where there was none
 * @param skipped why the package is not ported; empty where it is
 * @param failure why there was no look
 */
public record FeedstockStatus(
        String name, Optional<PublishOutcome> standing, Optional<String> skipped, Optional<Throwable> failure) {
    public FeedstockStatus {
        requireNonNull(name, "name is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(skipped, "skipped is null");
        requireNonNull(failure, "failure is null");
    }

    public static FeedstockStatus of(String name, PublishOutcome standing) {
        return new FeedstockStatus(name, Optional.of(standing), Optional.empty(), Optional.empty());
    }

    public static FeedstockStatus skipped(String name, String why) {
        return new FeedstockStatus(name, Optional.empty(), Optional.of(why), Optional.empty());
    }

    public static FeedstockStatus failed(String name, Throwable failure) {
        return new FeedstockStatus(name, Optional.empty(), Optional.empty(), Optional.of(failure));
    }

    /** As it is counted, in one of a few words. */
    public String state() {
        return standing.map(PublishOutcome::word).orElse(skipped.isPresent() ? "skipped" : "failed");
    }

    /** For the reader, or empty. */
    public String text() {
        return standing.map(PublishOutcome::text).or(() -> skipped).orElse("");
    }

    /** Whether nobody has to act, not even by publishing. */
    public boolean isCalm() {
        return standing.map(PublishOutcome::isCalm).orElse(skipped.isPresent());
    }

    /** What this one alone would end the command with. */
    public int exitCode() {
        return failure.map(Console::exitCode).orElse(ExitCode.DONE);
    }

    /** For programs. */
    public Map<String, Object> document() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", name);
        keys.put("state", state());
        keys.put(
                "detail", standing.map(PublishOutcome::detail).or(() -> skipped).orElse(""));
        standing.map(PublishOutcome::found)
                .flatMap(PublishOutcome::held)
                .ifPresent(commit -> keys.put("commit", commit));
        keys.put(
                "changes",
                standing.stream()
                        .flatMap(what -> what.found().changes().changes().stream())
                        .map(JsonDocument::change)
                        .toList());
        keys.put(
                "foreign",
                standing.stream()
                        .flatMap(what -> what.found().foreign().stream())
                        .map(FeedstockStatus::document)
                        .toList());
        standing.flatMap(PublishOutcome::open).ifPresent(pull -> keys.put("pullRequest", document(pull)));
        keys.put(
                "problems",
                failure.map(FailureText::problems).map(JsonDocument::problems).orElse(List.of()));
        return keys;
    }

    private static Map<String, Object> document(Proposed pull) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("number", pull.number());
        keys.put("url", pull.url());
        return keys;
    }

    private static Map<String, Object> document(ForeignCommit commit) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("commit", commit.commit());
        keys.put("author", commit.author());
        keys.put("subject", commit.subject());
        return keys;
    }
}
