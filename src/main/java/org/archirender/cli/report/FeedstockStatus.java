package org.archirender.cli.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.cli.console.JsonDocument;
import org.archirender.publish.CommitOutcome.ForeignCommit;
import org.archirender.publish.PublishOutcome;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.NotForked;
import org.archirender.publish.PublishOutcome.Waiting;
import org.archirender.publish.Publisher.Standing;
import org.archirender.publish.github.PullRequest;
import org.archirender.tree.TreeDiff;

/**
 * How far one feedstock's remote is from its rendering.
 *
 * @param name of the package
 * @param state as it is counted, in one of a few words
 * @param detail for the reader, or empty
 * @param outcome what pushing would come to; empty where that could not be asked
 * @param pullRequest the open one
 * @param failure why it could not be asked
 */
public record FeedstockStatus(
        String name,
        String state,
        String detail,
        Optional<PublishOutcome> outcome,
        Optional<PullRequest> pullRequest,
        Optional<Throwable> failure) {
    private static final String IN_SYNC = "in sync";
    private static final String SKIPPED = "skipped";

    /** How many files a line names. */
    private static final int FILES = 3;

    public FeedstockStatus {
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
        requireNonNull(detail, "detail is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(pullRequest, "pullRequest is null");
        requireNonNull(failure, "failure is null");
    }

    public static FeedstockStatus of(String name, Standing standing) {
        PublishOutcome outcome = standing.outcome();
        return new FeedstockStatus(
                name,
                state(outcome),
                detail(name, outcome),
                Optional.of(outcome),
                standing.pullRequest(),
                Optional.empty());
    }

    public static FeedstockStatus skipped(String name, String why) {
        return new FeedstockStatus(name, SKIPPED, why, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static FeedstockStatus failed(String name, Throwable failure) {
        return new FeedstockStatus(name, "failed", "", Optional.empty(), Optional.empty(), Optional.of(failure));
    }

    private static String state(PublishOutcome outcome) {
        if (outcome instanceof InSync) {
            return IN_SYNC;
        }
        if (outcome instanceof Behind behind) {
            return behind.branch() ? "behind" : "no branch";
        }
        if (outcome instanceof Waiting) {
            return "waiting";
        }
        if (outcome instanceof Foreign) {
            return "foreign";
        }
        if (outcome instanceof NotForked) {
            return "not forked";
        }
        throw new IllegalStateException("a look that did something: " + outcome);
    }

    private static String detail(String name, PublishOutcome outcome) {
        if (outcome instanceof Behind behind) {
            return changes(behind.changes());
        }
        if (outcome instanceof Waiting waiting) {
            return waiting.reason();
        }
        if (outcome instanceof Foreign foreign) {
            return foreign.commits().stream().map(ForeignCommit::toString).collect(Collectors.joining("; "));
        }
        return outcome instanceof NotForked ? "make it with: archi-render fork " + name : "";
    }

    private static String changes(TreeDiff changes) {
        List<String> files = changes.changes().stream()
                .map(change -> change.kind() + " " + change.path())
                .toList();
        String first = files.stream().limit(FILES).collect(Collectors.joining(", "));
        return files.size() > FILES ? first + " and " + (files.size() - FILES) + " more" : first;
    }

    /** Whether nobody has to act, not even by publishing. */
    public boolean isCalm() {
        return state.equals(IN_SYNC) || state.equals(SKIPPED);
    }

    /** What this one alone would end the command with. */
    public int exitCode() {
        return failure.map(Console::exitCode).orElse(ExitCode.DONE);
    }

    /** For programs. */
    public Map<String, Object> document() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", name);
        keys.put("state", state);
        keys.put("detail", detail);
        List<Map<String, Object>> changes = new ArrayList<>();
        List<Map<String, Object>> commits = new ArrayList<>();
        outcome.ifPresent(what -> {
            if (what instanceof InSync inSync) {
                keys.put("commit", inSync.commit());
            }
            if (what instanceof Behind behind) {
                behind.changes().changes().forEach(change -> changes.add(JsonDocument.change(change)));
            }
            if (what instanceof Foreign foreign) {
                foreign.commits().forEach(commit -> commits.add(document(commit)));
            }
        });
        keys.put("changes", changes);
        keys.put("foreign", commits);
        pullRequest.ifPresent(pull -> keys.put("pullRequest", document(pull)));
        keys.put(
                "problems",
                failure.map(FailureText::problems).map(JsonDocument::problems).orElse(List.of()));
        return keys;
    }

    private static Map<String, Object> document(PullRequest pull) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("number", pull.number());
        keys.put("url", pull.url());
        return keys;
    }

    private static Map<String, Object> document(ForeignCommit commit) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("commit", commit.id());
        keys.put("author", commit.author());
        keys.put("subject", commit.subject());
        return keys;
    }
}
