package com.qontak.aiagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every SQL text names an organization as often as it names a table, so that a database that is sharded by organization
 * asks one node. What is meant for all organizations says so, here, with its reason.
 */
class TenantPredicateTests {

    /** By file and constant, why it is of all organizations. */
    private static final Map<String, String> OF_ALL = Map.of(
            "Departed.java COPIED", "which copy is nobody's any more, from one narrow row each",
            "Progress.java SUMMARY", "how far all copies are, from one narrow row each",
            "Progress.java UNFINISHED", "which copies are not used yet, from one narrow row each",
            "SelectKpiCounts.java RATE", "the initiative's figures are of all organizations",
            "SelectKpiCounts.java RESOURCES", "the initiative's figures are of all organizations",
            "EnabledOrganizations.java COUNT", "the initiative's figures are of all organizations",
            "Organizations.java NOTHING", "asks for no row, only whether it might",
            "Organizations.java SELECT_ALL", "the copies of all organizations are kept fresh");

    private static final Pattern TEXT_BLOCK =
            Pattern.compile("String (\\w+)\\s*=\\s*\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern NAMES_A_TABLE = Pattern.compile(
            "\\b(from|join|into|update|using)\\s+(%(\\d\\$)?s\\s+\\w|ai_agent_bff\\.(?!shedlock)|organizations\\b|rooms\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TENANT = Pattern.compile("organization_id", Pattern.CASE_INSENSITIVE);

    @Test
    void everyStatementNamesTheOrganization() throws IOException {
        Map<String, String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(20).containsKeys(OF_ALL.keySet().toArray(String[]::new));
        List<String> unbound = new ArrayList<>();
        texts.forEach((name, sql) -> {
            if (!OF_ALL.containsKey(name) && count(TENANT, sql) < count(NAMES_A_TABLE, sql)) {
                unbound.add(name);
            }
        });
        assertThat(unbound).isEmpty();
    }

    private static long count(Pattern pattern, String sql) {
        return pattern.matcher(sql).results().count();
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(source -> source.toString().endsWith(".java")).forEach(source -> {
                Matcher block = TEXT_BLOCK.matcher(read(source));
                while (block.find()) {
                    if (NAMES_A_TABLE.matcher(block.group(2)).find()) {
                        texts.put(source.getFileName() + " " + block.group(1), block.group(2));
                    }
                }
            });
        }
        return texts;
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
