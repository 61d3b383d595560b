package com.qontak.aiagent.agents.logicmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MermaidTextTests {

    private static final Pattern LINE =
            Pattern.compile("flowchart TD| {4}a-b\\[\"([^\"]*)\"]| {4}a-b -->(?:\\|\"([^\"]*)\"\\|)? a-b");
    private static final Pattern PLAIN = Pattern.compile("(?:[\\p{L}\\p{Nd} ,&&[^\\uFB02]]|#\\d+;)*");
    private static final Pattern REFERENCE = Pattern.compile("#(\\d+);");

    @Example
    void shapesTellTheKindsApart() {
        LogicMap map = new LogicMap(
                List.of(
                        node("entry", NodeKind.ENTRY),
                        node("c", NodeKind.CAPABILITY),
                        node("s", NodeKind.CHECKPOINT),
                        node("a", NodeKind.ACTION),
                        node("h", NodeKind.HANDOVER),
                        node("finish", NodeKind.END)),
                List.of(
                        MapEdge.routing("entry", "c", EdgeScope.GLOBAL, ""),
                        MapEdge.of("c", "s", EdgeKind.NEXT, ""),
                        MapEdge.of("s", "a", EdgeKind.USES, ""),
                        MapEdge.of("c", "h", EdgeKind.HANDOVER, "is angry"),
                        MapEdge.routing("c", "finish", EdgeScope.CAPABILITY, "bye")));

        assertThat(MermaidText.of(map))
                .isEqualTo(
                        """
                        flowchart TD
                            entry(["x"])
                            c[["x"]]
                            s["x"]
                            a[/"x"/]
                            h{{"x"}}
                            finish(("x"))
                            entry ==> c
                            c --> s
                            s -.-> a
                            c -->|"is angry"| h
                            c ==>|"bye"| finish
                        """);
    }

    @Example
    void nothingSomebodyWroteIsSyntaxOrMarkup() {
        assertThat(drawn("\"]; click a-b \"javascript:alert(1)\"\n%%{init: {}}%% <img src=x> #quot; `**b**` $$x$$"))
                .isEqualTo("#34;#93;#59; click a#45;b #34;javascript#58;alert#40;1#41;#34; #37;#37;#123;init#58; "
                        + "#123;#125;#125;#37;#37; #60;img src#61;x#62; #35;quot#59; #96;#42;#42;b#42;#42;#96;#8230;");
        assertThat(drawn("1. style a fill:#f9f; \uFB02°°60¶ß"))
                .isEqualTo("1#46; style a fill#58;#35;f9f#59; #64258;#176;#176;60#182;ß");
        assertThat(drawn("half \ud83d of a pair")).isEqualTo("half #65533; of a pair");
    }

    @Property
    void labelsAreReferencesOrPlainAndReadAsTheyWereWritten(@ForAll String text) {
        String label = Label.of(text);
        String drawn = MermaidText.of(map(label));

        assertThat(drawn.lines()).allMatch(line -> LINE.matcher(line).matches());
        String quoted = firstLabel(drawn);
        assertThat(quoted).matches(PLAIN);
        assertThat(REFERENCE
                        .matcher(quoted)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1))))))
                .isEqualTo(label.replaceAll(
                        "(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])", "\uFFFD"));
    }

    private static String drawn(String text) {
        return firstLabel(MermaidText.of(map(Label.of(text))));
    }

    private static String firstLabel(String drawn) {
        return drawn.substring(drawn.indexOf('"') + 1, drawn.indexOf("\"]"));
    }

    private static LogicMap map(String label) {
        return new LogicMap(
                List.of(new MapNode("a-b", NodeKind.CHECKPOINT, label, "")),
                List.of(MapEdge.of("a-b", "a-b", EdgeKind.NEXT, label)));
    }

    private static MapNode node(String id, NodeKind kind) {
        return new MapNode(id, kind, "x", "");
    }
}
