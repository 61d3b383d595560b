package com.qontak.aiagent.agents.logicmap;

/**
 * A map as a Mermaid flowchart. Ids are safe as they are; a label stands between quotes, and of what it consists of only
 * letters, digits, blanks and commas are written out. Everything else is a character reference, so that nothing in a
 * label can end it, or be syntax, a directive, a link, Markdown or HTML.
 */
final class MermaidText {

    private MermaidText() {}

    static String of(LogicMap map) {
        StringBuilder text = new StringBuilder("flowchart TD\n");
        map.nodes().forEach(node -> node(node, text));
        map.edges().forEach(edge -> edge(edge, text));
        return text.toString();
    }

    private static void node(MapNode node, StringBuilder text) {
        String shape =
                switch (node.kind()) {
                    case ENTRY -> "([@])";
                    case CAPABILITY -> "[[@]]";
                    case CHECKPOINT -> "[@]";
                    case ACTION -> "[/@/]";
                    case HANDOVER -> "{{@}}";
                    case END -> "((@))";
                };
        int label = shape.indexOf('@');
        text.append("    ").append(node.id()).append(shape, 0, label);
        quote(node.label(), text);
        text.append(shape, label + 1, shape.length()).append('\n');
    }

    private static void edge(MapEdge edge, StringBuilder text) {
        String arrow =
                switch (edge.kind()) {
                    case ROUTING -> "==>";
                    case NEXT, HANDOVER -> "-->";
                    case USES -> "-.->";
                };
        text.append("    ").append(edge.from()).append(' ').append(arrow);
        if (!edge.label().isEmpty()) {
            text.append('|');
            quote(edge.label(), text);
            text.append('|');
        }
        text.append(' ').append(edge.to()).append('\n');
    }

    private static void quote(String label, StringBuilder text) {
        text.append('"');
        label.codePoints().forEach(character -> {
            if (isPlain(character)) {
                text.appendCodePoint(character);
            } else {
                // Half a surrogate pair is no character that could be referred to.
                int known = Character.getType(character) == Character.SURROGATE ? 0xFFFD : character;
                text.append('#').append(known).append(';');
            }
        });
        text.append('"');
    }

    // The ligature is how Mermaid marks a reference for itself.
    private static boolean isPlain(int character) {
        return character == ' ' || character == ',' || character != '\uFB02' && Character.isLetterOrDigit(character);
    }
}
