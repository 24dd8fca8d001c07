package org.archirender.publish.git;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.archirender.problem.RepositoryException;

/**
 * For one question to a server, by git or by its API: where the answer is "later", waits as long as it asks for, within
 * fifteen minutes in all, after which the question is asked again.
 */
public final class Patience {
    /** In all, for one question. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /** How often a question is asked again. */
    public static final int TIMES = 10;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> UNAVAILABLE = Set.of(502, 503);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration WHEN_NOT_TOLD = Duration.ofMinutes(1);

    private final Pause pause;
    private Duration left = LONGEST;
    private int times;

    public Patience(Pause pause) {
        this.pause = pause;
    }

    /**
     * An answer that a server gave, as far as it is about waiting.
     *
     * @param status of HTTP
     * @param header the value of a header, by name; empty where it is not there
     */
    public record Answer(int status, Function<String, Optional<String>> header) {
        private boolean isLater() {
            boolean told = header.apply("Retry-After").isPresent();
            return status == TOO_MANY_REQUESTS
                    || (UNAVAILABLE.contains(status) && told)
                    || (status == 403 && (told || usedUp()));
        }

        private boolean usedUp() {
            return header.apply("X-RateLimit-Remaining").equals(Optional.of("0"));
        }

        private Optional<Long> number(String name) {
            return header.apply(name)
                    .map(String::strip)
                    .filter(value -> value.matches("\\d{1,12}"))
                    .map(Long::valueOf);
        }
    }

    /**
     * Waits where {@code answer} is "later"; false where it is not.
     *
     * @param host who said so, for messages
     * @throws RepositoryException where it asks for more than may be waited, or too often
     */
    public boolean waits(String host, Answer answer) {
        if (!answer.isLater()) {
            return false;
        }
        if (times == TIMES) {
            throw new RepositoryException(host + ": it puts us off again and again", Diagnosis.RERUN, null);
        }
        times++;
        Duration asked = asked(answer);
        if (asked.compareTo(left) > 0) {
            throw new RepositoryException(
                    "%s: its rate limit is used up for %d more minutes".formatted(host, asked.toMinutes()),
                    "run the same command again then: it goes on where it stopped",
                    null);
        }
        left = left.minus(asked);
        pause.sleep(asked);
        return true;
    }

    /**
     * RFC 9110's Retry-After, in seconds or as a date; else, as GitHub's "Rate limits for the REST API" has it, the reset of
     * a limit that is used up, else a minute.
     */
    private Duration asked(Answer answer) {
        Duration wait = answer.number("Retry-After")
                .map(Duration::ofSeconds)
                .or(() -> answer.header().apply("Retry-After").flatMap(this::date))
                .or(() -> answer.number("X-RateLimit-Reset")
                        .filter(at -> answer.usedUp())
                        .map(at -> Duration.between(pause.now(), Instant.ofEpochSecond(at + 1))))
                .orElse(WHEN_NOT_TOLD);
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }

    private Optional<Duration> date(String value) {
        try {
            ZonedDateTime at = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(pause.now(), at.toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
