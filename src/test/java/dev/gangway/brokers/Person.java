package dev.gangway.brokers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with a browser, who signs in to Keycloak's pages and approves. Keeps cookies, follows redirects. */
public final class Person implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** A page, and where it was. */
    public record Page(URI at, String html) {}

    /** Opens a page. */
    public Page open(URI at) throws IOException, InterruptedException {
        return follow(at, send(HttpRequest.newBuilder(at).GET(), at));
    }

    /** Fills the form of a page and sends it. */
    public Page submit(Page page, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher action = ACTION.matcher(page.html());
        if (!action.find()) {
            throw new IOException("no form: " + page.html());
        }
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.html());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        URI to = page.at().resolve(action.group(1).replace("&amp;", "&"));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder post = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return follow(to, send(post, to));
    }

    private Page follow(URI at, HttpResponse<String> answer) throws IOException, InterruptedException {
        if (answer.statusCode() / 100 != 3) {
            return new Page(at, answer.body());
        }
        URI next = at.resolve(answer.headers().firstValue("Location").orElseThrow());
        return follow(next, send(HttpRequest.newBuilder(next).GET(), next));
    }

    /** Cookies are kept here: Java's own would hold back secure ones on the loopback address, which browsers do not. */
    private HttpResponse<String> send(HttpRequest.Builder request, URI at) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String pair = set.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
