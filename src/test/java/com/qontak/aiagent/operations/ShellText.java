package com.qontak.aiagent.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Commands of a shell, told apart as far as it takes to compare them. */
final class ShellText {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?\\w+}?");
    private static final Pattern NUMBERS = Pattern.compile("\\d[\\d,]*");
    private static final Pattern QUOTES = Pattern.compile("[\"']");
    private static final Pattern PARENTHESES = Pattern.compile("\\$?\\(|\\)");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Z_]+=\\S*");

    private ShellText() {}

    /**
     * The commands of a text in their order, each on one line and without its comment. A command goes on over the lines
     * of a quotation and after a backslash, and ends at {@code &&}.
     */
    static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            boolean quoted = quote != 0;
            if (here == '\\' && quote != '\'' && at + 1 < text.length()) {
                at++;
                command.append(text.charAt(at) == '\n' ? " " : "" + here + text.charAt(at));
            } else if (quoted || here == '\'' || here == '"') {
                quote = quoted ? (here == quote ? 0 : quote) : here;
                command.append(here == '\n' ? ' ' : here);
            } else if (here == '#'
                    && (command.isEmpty() || Character.isWhitespace(command.charAt(command.length() - 1)))) {
                int end = text.indexOf('\n', at);
                at = (end < 0 ? text.length() : end) - 1;
            } else if (here == '\n' || text.startsWith("&&", at)) {
                at += here == '\n' ? 0 : 1;
                end(command, commands);
            } else {
                command.append(here);
            }
        }
        end(command, commands);
        return commands;
    }

    /**
     * The words of a command as they are compared: without quotation marks and assignments, and with {@code N} for
     * whatever is a number or a variable, since a smaller number does for showing that a command works.
     */
    static List<String> words(String command) {
        String plain =
                PARENTHESES.matcher(QUOTES.matcher(command).replaceAll("")).replaceAll(" ");
        plain = NUMBERS.matcher(VARIABLE.matcher(plain).replaceAll("N")).replaceAll("N");
        return Arrays.stream(plain.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && !ASSIGNMENT.matcher(word).matches())
                .map(word -> word.startsWith("./") ? word.substring(2) : word)
                .toList();
    }

    /** Whether one command does what the other does: it has all of its words in their order, and perhaps others. */
    static boolean does(List<String> command, List<String> other) {
        int found = 0;
        for (String word : command) {
            if (found < other.size() && word.equals(other.get(found))) {
                found++;
            }
        }
        return found == other.size();
    }

    private static void end(StringBuilder command, List<String> commands) {
        String done = command.toString().strip();
        if (!done.isEmpty()) {
            commands.add(done);
        }
        command.setLength(0);
    }
}
