package com.qontak.benchmark.proxy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code name=value} arguments of a benchmark, each with a default. */
record Options(Map<String, String> values) {

    static Options of(String[] arguments) {
        return new Options(Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length == 2 ? pair[1] : "")));
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(","))
                .map(Integer::valueOf)
                .toList();
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /** @return the launcher of the JVMs that are measured; this one's own unless {@code java=<home>} names another */
    String java() {
        return Path.of(text("java", System.getProperty("java.home")), "bin", "java")
                .toString();
    }

    /** @return the options of the JVMs that are measured, {@code -Xms512m,-Xmx512m} unless {@code jvm} has others */
    List<String> jvm() {
        return words(text("jvm", "-Xms512m,-Xmx512m"));
    }

    /** @return settings of the service, none unless {@code settings=--name=value,--name=value} has some */
    List<String> settings() {
        return words(text("settings", ""));
    }

    /** @return what stands between commas; none in an empty text */
    static List<String> words(String text) {
        return Arrays.stream(text.split(",")).filter(word -> !word.isEmpty()).toList();
    }
}
