package com.qontak.aiagent.localrun.simulator;

import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Which call each method and path leads to: 404 for an unknown path, 405 for a known one with another method. */
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    Routes on(HttpMethod method, String template, Function<Call, Mono<Answer>> handler) {
        routes.add(new Route(method, template.split("/"), handler));
        return this;
    }

    Mono<Answer> answer(Call call) {
        String[] path = call.path().split("/");
        List<HttpMethod> allowed = new ArrayList<>();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(path);
            if (variables.isPresent() && route.method.equals(call.method())) {
                return route.handler.apply(call.with(variables.get()));
            }
            variables.ifPresent(matched -> allowed.add(route.method));
        }
        if (allowed.isEmpty()) {
            throw Refusal.notFound("path");
        }
        String allow = allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
        throw new Refusal(405, "method_not_allowed", "This path takes " + allow, null, Map.of("Allow", allow));
    }

    private record Route(HttpMethod method, String[] template, Function<Call, Mono<Answer>> handler) {

        Optional<Map<String, String>> match(String[] path) {
            if (path.length != template.length) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.length; i++) {
                if (template[i].startsWith("{")) {
                    variables.put(template[i].substring(1, template[i].length() - 1), path[i]);
                } else if (!template[i].equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }
}
