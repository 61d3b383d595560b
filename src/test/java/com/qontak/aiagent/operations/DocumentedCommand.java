package com.qontak.aiagent.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command that a document shows its reader, in a block of its own, in a sentence, or in the head of a file of
 * {@code docker}. What has an ellipsis is the shape of a command and none.
 *
 * @param document where it stands, relative to the top of the repository
 * @param block the number of its block, counted from 1; 0 outside of blocks
 * @param text the command, on one line
 */
record DocumentedCommand(Path document, int block, String text) {

    private static final List<Path> WITH_A_HEAD = List.of(Path.of("docker/Dockerfile"), Path.of("docker/compose.yaml"));

    private static final Set<String> PROGRAMS =
            Set.of("mvnw", "curl", "docker", "git", "java", "kubectl", "node", "npm", "npx", "promtool");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern HEAD = Pattern.compile("(?m)^# {3}(\\S.*)$");

    /** Those of all documents. */
    static List<DocumentedCommand> all() {
        return Stream.concat(
                        RepositoryFiles.ending(".md").flatMap(DocumentedCommand::ofMarkdown),
                        WITH_A_HEAD.stream().flatMap(DocumentedCommand::ofHead))
                .filter(command -> !command.text().contains("…"))
                .toList();
    }

    /** Its words; a file is named as from the top of the repository. */
    List<String> words() {
        return ShellText.words(text).stream().map(this::fromTheTop).toList();
    }

    private static Stream<DocumentedCommand> ofMarkdown(Path document) {
        String text = Expressions.read(document);
        List<DocumentedCommand> commands = new ArrayList<>();
        int number = 0;
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals("bash")) {
                number++;
                for (String command : ShellText.commands(block.group(2))) {
                    commands.add(new DocumentedCommand(document, number, command));
                }
            }
        }
        CODE.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(code -> code.group(1).replaceAll("\\s+", " "))
                .flatMap(code -> ShellText.commands(code).stream())
                .map(code -> new DocumentedCommand(document, 0, code))
                .filter(DocumentedCommand::isCommand)
                .forEach(commands::add);
        return commands.stream();
    }

    private static Stream<DocumentedCommand> ofHead(Path file) {
        return HEAD.matcher(Expressions.read(file))
                .results()
                .map((MatchResult line) -> line.group(1).replaceAll(" {3,}.*", ""))
                .map(line -> new DocumentedCommand(file, 0, line));
    }

    private boolean isCommand() {
        List<String> words = words();
        return !words.isEmpty()
                && (PROGRAMS.contains(words.get(0)) && words.size() > 1
                        || RepositoryFiles.isScript(Path.of(words.get(0))));
    }

    private String fromTheTop(String word) {
        Path folder = document.getParent();
        if (folder == null || !word.matches("[\\w./-]+")) {
            return word;
        }
        Path here = folder.resolve(word);
        return RepositoryFiles.isScript(here) ? here.toString() : word;
    }
}
