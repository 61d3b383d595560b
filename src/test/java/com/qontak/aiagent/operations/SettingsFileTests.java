package com.qontak.aiagent.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * {@code docker/settings.env} names every setting. After a change of {@code application.yml} write its second half
 * anew with {@code ./mvnw test -Dtest=SettingsFileTests -Dsettings.update=true}.
 */
class SettingsFileTests {

    private static final Path FILE = Path.of("docker/settings.env");
    private static final String DEFAULTS = "# ---- Defaults";

    // The others belong to the contract rather than to an installation.
    private static final List<String> SETTINGS = List.of(
            "access.",
            "agents.",
            "impact.",
            "resources.",
            "upstream.",
            "web.",
            "spring.datasource.hikari.connection-timeout",
            "spring.datasource.hikari.maximum-pool-size",
            "resilience4j.timelimiter.instances.",
            "resilience4j.bulkhead.instances.",
            "resilience4j.circuitbreaker.configs.default.failure-rate-threshold",
            "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls",
            "resilience4j.circuitbreaker.configs.default.permitted-number-of-calls-in-half-open-state",
            "resilience4j.circuitbreaker.configs.default.sliding-window-size",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state",
            "resilience4j.retry.configs.keyed.max-attempts",
            "resilience4j.retry.configs.keyed.wait-duration",
            "resilience4j.retry.configs.safe.max-attempts",
            "resilience4j.retry.configs.safe.wait-duration");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+):([^}]*)}");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^(?:# )?([A-Z0-9_]+)=(.*)$");
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `([a-z0-9]+\\.[a-z0-9.<>*-]+)`.*\\| \\|$");
    private static final Pattern DOCUMENTED = Pattern.compile("`([A-Z][A-Z0-9]*_[A-Z0-9_]+|PORT)`");

    @Test
    void everySettingIsThereWithItsDefault() throws IOException {
        String file = Expressions.read(FILE);
        int half = file.indexOf(DEFAULTS);
        String first = file.substring(0, half);
        String heading = file.substring(half).lines().findFirst().orElseThrow();
        Set<String> given = assignments(first).keySet();
        String second = defaults()
                .filter(setting -> !given.contains(setting.getKey()))
                .map(setting -> "# " + setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining("", heading + "\n", ""));
        if (Boolean.getBoolean("settings.update")) {
            Files.writeString(FILE, first + second);
        }

        assertThat(Expressions.read(FILE)).isEqualTo(first + second);
    }

    @Test
    void everyDocumentedVariableIsThere() {
        Set<String> documented = DOCUMENTED
                .matcher(Expressions.read(Path.of("docs/configuration.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(documented).hasSizeGreaterThan(20);
        assertThat(assignments(Expressions.read(FILE)).keySet()).containsAll(documented);
    }

    @Test
    void everyDocumentedSettingWithoutAVariableOfItsOwnIsThere() {
        assertThat(SETTING.matcher(Expressions.read(Path.of("docs/configuration.md")))
                        .results())
                .hasSizeGreaterThan(15)
                .extracting(found -> variable(found.group(1)).replaceAll("<\\w+>|\\*", "\\\\w+"))
                .allSatisfy(variable -> assertThat(
                                assignments(Expressions.read(FILE)).keySet())
                        .anyMatch(name -> name.matches(variable)));
    }

    @Test
    void everyVariableOfItsOwnIsDocumented() throws IOException {
        String documentation = Expressions.read(Path.of("docs/configuration.md"));

        assertThat(values().values().stream()
                        .flatMap(value -> PLACEHOLDER.matcher(value).results())
                        .map(found -> found.group(1)))
                .isNotEmpty()
                // A group of three is written with its first name alone.
                .filteredOn(name -> !name.matches("IMPACT_DATASOURCE_(USERNAME|PASSWORD)"))
                .allSatisfy(name -> assertThat(documentation).contains("`" + name + "`"));
    }

    private static Stream<Map.Entry<String, String>> defaults() throws IOException {
        return values().entrySet().stream().flatMap(value -> PLACEHOLDER
                .matcher(value.getValue())
                .results()
                .findFirst()
                .map(found -> Stream.of(Map.entry(found.group(1), found.group(2))))
                .orElseGet(() -> SETTINGS.stream().anyMatch(value.getKey()::startsWith)
                        ? Stream.of(Map.entry(variable(value.getKey()), value.getValue()))
                        : Stream.empty()));
    }

    private static Map<String, String> values() throws IOException {
        Map<String, String> values = new TreeMap<>();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(source -> {
                    EnumerablePropertySource<?> all = (EnumerablePropertySource<?>) source;
                    for (String name : all.getPropertyNames()) {
                        values.put(name, String.valueOf(all.getProperty(name)));
                    }
                });
        return values;
    }

    private static Map<String, String> assignments(String text) {
        return ASSIGNMENT
                .matcher(text)
                .results()
                .collect(Collectors.toMap((MatchResult found) -> found.group(1), found -> found.group(2)));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
