package com.qontak.aiagent.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The PromQL of the dashboards and of the alert rules, and what it asks for. */
final class Expressions {

    private static final Path DASHBOARDS = Path.of("docker/grafana/dashboards");
    private static final Path RULES = Path.of("docker/prometheus/rules.yaml");

    private static final List<Pattern> NOISE = List.of(
            Pattern.compile("\"[^\"]*\""),
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"),
            Pattern.compile("\\[[^]]*]"));
    private static final Pattern NAME = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)}|(\\())?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless");

    private Expressions() {}

    /**
     * A metric that is selected.
     *
     * @param metric its name as Prometheus has it
     * @param labels the names of the labels it is selected by
     */
    record Selected(String metric, Set<String> labels) {}

    static List<String> ofDashboards() {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.sorted()
                    .flatMap(file -> dashboard(file).findValuesAsText("expr").stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ofRules() {
        return alerts().stream().map(alert -> (String) alert.get("expr")).toList();
    }

    /** The alerts as their file has them: {@code alert}, {@code expr}, {@code annotations}, … */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> alerts() {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(read(RULES));
        return file.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .toList();
    }

    static Set<Selected> selected(String expression) {
        String plain = expression;
        for (Pattern noise : NOISE) {
            plain = noise.matcher(plain).replaceAll(" ");
        }
        return NAME.matcher(plain)
                .results()
                .filter(found -> found.group(3) == null && !OPERATORS.contains(found.group(1)))
                .map(found -> new Selected(found.group(1), labels(found.group(2))))
                .collect(Collectors.toSet());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> labels(@Nullable String selector) {
        return selector == null
                ? Set.of()
                : LABEL.matcher(selector)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode dashboard(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
