package com.qontak.aiagent.upstream;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of one upstream's calls. */
final class UpstreamAddresses {

    private final String baseUrl;
    private final Map<UpstreamCall, String> paths = new EnumMap<>(UpstreamCall.class);
    private final Map<Shape, UriComponents> templates = new ConcurrentHashMap<>();

    /** @param kinds the kinds of call that are this upstream's */
    UpstreamAddresses(UpstreamProperties.Upstream settings, Set<CallKind> kinds) {
        this.baseUrl = settings.baseUrl().toString();
        Arrays.stream(UpstreamCall.values())
                .filter(call -> kinds.contains(call.kind()))
                .forEach(call -> paths.put(call, settings.path(call)));
    }

    URI of(UpstreamCall call, UpstreamRequest request) {
        UriComponents template = templates.computeIfAbsent(
                new Shape(call, Set.copyOf(request.query().keySet())), this::template);
        Map<String, Object> variables = new HashMap<>(request.pathVariables());
        request.query().forEach((name, values) -> variables.put(name, values.get(0)));
        return template.expand(variables).toUri();
    }

    // Encoded before it is filled, so that no value can be more than a value.
    private UriComponents template(Shape shape) {
        UriComponentsBuilder builder =
                UriComponentsBuilder.fromUriString(baseUrl + Objects.requireNonNull(paths.get(shape.call())));
        shape.query().stream().sorted().forEach(name -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().build();
    }

    /** What the address of a call depends on, but for the values in it. */
    private record Shape(UpstreamCall call, Set<String> query) {}
}
