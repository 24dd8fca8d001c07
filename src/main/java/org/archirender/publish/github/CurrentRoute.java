package org.archirender.publish.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where GitHub's API has today what github-api asks for at addresses that it had before ("Get a reference" and "Get the
 * combined status for a specific reference" in GitHub's REST API documentation).
 */
final class CurrentRoute {
    private static final String REPOSITORY = "^([^?]*?/(?:repos/[^/?]+/[^/?]+|repositories/\\d+))";

    private static final Pattern REF = Pattern.compile(REPOSITORY + "/git/refs/(heads/.+)$");

    private static final Pattern STATUSES = Pattern.compile(REPOSITORY + "/statuses/([^/?]+)(\\?.*)?$");

    private static final Pattern STATUS = Pattern.compile(REPOSITORY + "/commits/[^/?]+/status(?:\\?.*)?$");

    private CurrentRoute() {}

    /** The address to ask in place of {@code asked}, which reads something. */
    static String of(String asked) {
        Matcher statuses = STATUSES.matcher(asked);
        if (statuses.find()) {
            String query = statuses.group(3) == null ? "" : statuses.group(3);
            return statuses.group(1) + "/commits/" + statuses.group(2) + "/status" + query;
        }
        return REF.matcher(asked).replaceFirst("$1/git/ref/$2");
    }

    /** The answer {@code body} from {@code address} as github-api takes it: of a combined status, the list of statuses. */
    static byte[] body(String address, byte[] body) throws IOException {
        if (!STATUS.matcher(address).find()) {
            return body;
        }
        ObjectMapper json = new ObjectMapper();
        JsonNode statuses = json.readTree(body).path("statuses");
        return statuses.isArray() ? json.writeValueAsBytes(statuses) : body;
    }
}
