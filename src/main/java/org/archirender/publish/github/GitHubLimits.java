package org.archirender.publish.github;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.RepositoryException;

/**
 * Keeps what we create on GitHub under its secondary limits, and waits as long as GitHub asks for where it says "too
 * much", if that is not too long (GitHub's REST API documentation, "Rate limits").
 */
final class GitHubLimits {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration WHEN_NOT_TOLD = Duration.ofMinutes(1);
    private static final int A_MINUTE = 80;
    private static final int AN_HOUR = 500;

    private final Pause pause;
    private final List<Instant> created = new ArrayList<>();

    GitHubLimits(Pause pause) {
        this.pause = pause;
    }

    /** Waits until one more may be created, and counts it. */
    synchronized void awaitCreation() {
        Duration minute = until(A_MINUTE, Duration.ofMinutes(1));
        Duration hour = until(AN_HOUR, Duration.ofHours(1));
        Duration wait = hour.compareTo(minute) > 0 ? hour : minute;
        if (wait.compareTo(Duration.ZERO) > 0) {
            pause.sleep(wait);
        }
        created.add(pause.now());
    }

    /** How long until fewer than {@code limit} lie within {@code time}. */
    private Duration until(int limit, Duration time) {
        return created.size() < limit
                ? Duration.ZERO
                : Duration.between(
                        pause.now(), created.get(created.size() - limit).plus(time));
    }

    /** Whether {@code answer} says to ask again later, which it then is. */
    boolean putOff(HttpResponse<String> answer) {
        boolean forbidden = answer.statusCode() == 403;
        boolean primary = forbidden && isUsedUp(answer);
        // GitHub does not always head a secondary limit as one.
        boolean secondary = answer.statusCode() == 429
                || (forbidden
                        && (header(answer, "Retry-After").isPresent()
                                || header(answer, "gh-limited-by").isPresent()
                                || answer.body().contains("secondary rate limit")));
        if (!primary && !secondary) {
            return false;
        }
        Duration asked = asked(answer);
        if (asked.compareTo(LONGEST) > 0) {
            throw new RepositoryException(
                    "GitHub's %s is used up for %d more minutes"
                            .formatted(primary ? "rate limit" : "secondary rate limit", asked.toMinutes()),
                    "run the same command again then: it goes on where it stopped",
                    null);
        }
        pause.sleep(asked);
        return true;
    }

    /** Retry-After, which a proxy may put as a date, else the reset of a limit that is used up, else a minute. */
    private Duration asked(HttpResponse<String> answer) {
        Optional<String> retry = header(answer, "Retry-After");
        Duration wait = retry.flatMap(GitHubLimits::number)
                .map(Duration::ofSeconds)
                .or(() -> retry.flatMap(this::untilDate))
                .or(() -> header(answer, "X-RateLimit-Reset")
                        .filter(at -> isUsedUp(answer))
                        .flatMap(GitHubLimits::number)
                        .map(at -> Duration.between(pause.now(), Instant.ofEpochSecond(at + 1))))
                .orElse(WHEN_NOT_TOLD);
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }

    private Optional<Duration> untilDate(String date) {
        try {
            return Optional.of(Duration.between(
                    pause.now(),
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsedUp(HttpResponse<String> answer) {
        return header(answer, "X-RateLimit-Remaining").equals(Optional.of("0"));
    }

    private static Optional<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name);
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text).filter(value -> value.matches("\\d{1,12}")).map(Long::valueOf);
    }
}
