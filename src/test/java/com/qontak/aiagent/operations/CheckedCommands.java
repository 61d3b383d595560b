package com.qontak.aiagent.operations;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * The commands that continuous integration runs: those of its workflows, and those of every script that one of them
 * names.
 *
 * @param commands each as its words
 * @param scripts the scripts they are in
 */
record CheckedCommands(List<List<String>> commands, Set<Path> scripts) {

    private static final Path WORKFLOWS = Path.of(".github/workflows");
    private static final Path DOCKERFILE = Path.of("docker/Dockerfile");

    static CheckedCommands read() {
        List<List<String>> commands = new ArrayList<>();
        Set<Path> scripts = new LinkedHashSet<>();
        Deque<String> texts = new ArrayDeque<>();
        RepositoryFiles.ending(".yml")
                .filter(file -> file.startsWith(WORKFLOWS))
                .forEach(workflow -> texts.addAll(steps(workflow)));
        while (!texts.isEmpty()) {
            for (String text : ShellText.commands(texts.pop())) {
                List<String> words = ShellText.words(text);
                commands.add(words);
                words.stream()
                        .filter(word -> word.matches("[\\w./-]+"))
                        .map(Path::of)
                        .filter(file -> RepositoryFiles.isScript(file) || file.equals(DOCKERFILE))
                        .filter(scripts::add)
                        .forEach(file -> texts.add(Expressions.read(file)));
            }
        }
        return new CheckedCommands(List.copyOf(commands), Set.copyOf(scripts));
    }

    boolean run(List<String> command) {
        return commands.stream().anyMatch(checked -> ShellText.does(checked, command));
    }

    private static List<String> steps(Path workflow) {
        Map<String, Map<String, Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Expressions.read(workflow));
        return file.get("jobs").values().stream()
                .flatMap(job -> job.get("steps").stream())
                .filter(step -> step.containsKey("run"))
                .map(step -> (String) step.get("run"))
                .toList();
    }
}
