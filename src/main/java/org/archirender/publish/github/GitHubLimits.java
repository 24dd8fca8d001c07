package org.archirender.publish.github;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** What to do when GitHub says "too much": wait as long as it asks for, if that is not too long, and go on. */
record GitHubLimits(Pause pause) {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration WHEN_NOT_TOLD = Duration.ofMinutes(1);

    GitHubRateLimitHandler primary() {
        return new GitHubRateLimitHandler() {
            @Override
            public void onError(GitHubConnectorResponse response) {
                waitFor(response, "rate limit");
            }
        };
    }

    GitHubAbuseLimitHandler secondary() {
        return new GitHubAbuseLimitHandler() {
            @Override
            public void onError(GitHubConnectorResponse response) {
                waitFor(response, "secondary rate limit");
            }
        };
    }

    private void waitFor(GitHubConnectorResponse response, String limit) {
        Duration asked = asked(response);
        if (asked.compareTo(LONGEST) > 0) {
            throw new RepositoryException(
                    "GitHub's %s is used up for %d more minutes".formatted(limit, asked.toMinutes()),
                    "run the same command again then: it goes on where it stopped",
                    null);
        }
        pause.sleep(asked);
    }

    /** GitHub's "Rate limits for the REST API": Retry-After, else the reset of a limit that is used up, else a minute. */
    private Duration asked(GitHubConnectorResponse response) {
        boolean usedUp = "0".equals(response.header("X-RateLimit-Remaining"));
        Duration wait = number(response, "Retry-After")
                .map(Duration::ofSeconds)
                .or(() -> date(response, "Retry-After"))
                .or(() -> number(response, "X-RateLimit-Reset")
                        .filter(at -> usedUp)
                        .map(at -> Duration.between(pause.now(), Instant.ofEpochSecond(at + 1))))
                .orElse(WHEN_NOT_TOLD);
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }

    /** As a proxy may put it. */
    private Optional<Duration> date(GitHubConnectorResponse response, String header) {
        try {
            return Optional.ofNullable(response.header(header))
                    .map(value -> ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(at -> Duration.between(pause.now(), at.toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(GitHubConnectorResponse response, String header) {
        return Optional.ofNullable(response.header(header))
                .filter(value -> value.matches("\\d{1,12}"))
                .map(Long::valueOf);
    }
}
