package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which part of a list is asked for.
 *
 * @param size rows on a page, at least 1
 * @param page from 0
 * @param search part of a name, where {@code %} and {@code _} stand for anything as in SQL
 * @param sortProperty what to sort by, where asked for
 */
record PageLink(int size, int page, Optional<String> search, Optional<String> sortProperty, boolean descending) {
    static PageLink of(Request request) {
        int size = number(request, "pageSize");
        int page = number(request, "page");
        if (size < 1) {
            throw RestRefusal.badRequest(
                    "Incorrect page link page size '" + size + "'. Page size must be greater than zero.");
        }
        if (page < 0) {
            throw RestRefusal.badRequest("Incorrect page link page '" + page + "'. Page must be positive integer.");
        }
        String order =
                request.parameter("sortOrder").filter(text -> !text.isEmpty()).orElse("ASC");
        if (!order.equalsIgnoreCase("ASC") && !order.equalsIgnoreCase("DESC")) {
            throw RestRefusal.badRequest(
                    "Unsupported sort order '" + order + "'! Only 'ASC' or 'DESC' types are allowed.");
        }
        return new PageLink(
                size,
                page,
                request.parameter("textSearch").filter(text -> !text.isEmpty()),
                request.parameter("sortProperty").filter(text -> !text.isEmpty()),
                order.equalsIgnoreCase("DESC"));
    }

    private static int number(Request request, String name) {
        String text = request.parameter(name)
                .orElseThrow(() -> RestRefusal.internal(
                        "Required request parameter '" + name + "' for method parameter type int is not present"));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RestRefusal.badRequest("Method parameter '" + name
                    + "': Failed to convert value of type 'java.lang.String' to required type 'int'; For input string:"
                    + " \""
                    + text + "\"");
        }
    }

    /**
     * The page, with how many there are.
     *
     * @param texts what is searched in a row
     * @param sortable what a list can be sorted by
     * @throws RestRefusal 500 where it cannot be sorted by what was asked for
     */
    <T> ObjectNode of(
            List<T> rows,
            Function<T, List<String>> texts,
            Map<String, Comparator<T>> sortable,
            Function<T, ObjectNode> json) {
        Predicate<String> wanted = search.map(PageLink::like).orElse(text -> true);
        List<T> found = rows.stream()
                .filter(row -> texts.apply(row).stream().anyMatch(wanted))
                .collect(Collectors.toCollection(ArrayList::new));
        order(sortable).ifPresent(found::sort);
        ArrayNode data = Json.array();
        found.stream().skip((long) page * size).limit(size).map(json).forEach(data::add);
        int pages = Math.ceilDiv(found.size(), size);
        ObjectNode answer = Json.object();
        answer.set("data", data);
        return answer.put("totalPages", pages)
                .put("totalElements", found.size())
                .put("hasNext", page + 1 < pages);
    }

    private <T> Optional<Comparator<T>> order(Map<String, Comparator<T>> sortable) {
        return sortProperty.map(property -> {
            Comparator<T> order = sortable.get(property);
            if (order == null) {
                throw RestRefusal.database();
            }
            return descending ? order.reversed() : order;
        });
    }

    private static Predicate<String> like(String search) {
        String pattern = Pattern.quote(search.toLowerCase(Locale.ROOT))
                .replace("%", "\\E.*\\Q")
                .replace("_", "\\E.\\Q");
        Pattern compiled = Pattern.compile(".*" + pattern + ".*", Pattern.DOTALL);
        return text -> compiled.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
}
