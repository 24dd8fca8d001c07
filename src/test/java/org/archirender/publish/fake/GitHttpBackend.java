package org.archirender.publish.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** git's own smart http, git-http-backend, over the bare repositories below a folder. */
public final class GitHttpBackend {
    static final Path PROGRAM = Path.of("/usr/lib/git-core/git-http-backend");

    private final Path root;

    GitHttpBackend(Path root) {
        this.root = root;
    }

    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Answers {@code exchange} as git does for a user who may push, with {@code path} below the folder. */
    void answer(HttpExchange exchange, String path) throws IOException {
        answer(exchange, path, () -> {});
    }

    /** The same, with {@code done} run when git has done what was asked for and its answer is not sent yet. */
    void answer(HttpExchange exchange, String path, Runnable done) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("HOME", root.toString());
        environment.put("GIT_PROJECT_ROOT", root.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REMOTE_USER", "bot");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", path);
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        environment.put("CONTENT_TYPE", header(exchange, "Content-Type"));
        environment.put("HTTP_CONTENT_ENCODING", header(exchange, "Content-Encoding"));
        environment.put("GIT_PROTOCOL", header(exchange, "Git-Protocol"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            try (var in = process.getOutputStream()) {
                exchange.getRequestBody().transferTo(in);
            }
            byte[] answer = process.getInputStream().readAllBytes();
            done.run();
            pass(new ByteArrayInputStream(answer), exchange);
        } finally {
            // A client that went away does not keep git from finishing what it took on.
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    /** From CGI to HTTP. */
    private static void pass(InputStream from, HttpExchange to) throws IOException {
        int status = 200;
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            String name = line.substring(0, line.indexOf(':'));
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (name.equals("Status")) {
                status = Integer.parseInt(value.substring(0, 3));
            } else {
                to.getResponseHeaders().set(name, value);
            }
        }
        to.sendResponseHeaders(status, 0);
        from.transferTo(to.getResponseBody());
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
