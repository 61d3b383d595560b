package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What is written into a pack where the tree has no words of its own; each may name something. */
enum Sentence {
    /** The customer said one of these. */
    @JsonProperty("condition")
    CONDITION("words"),
    /** The customer said something, and nobody knows what. */
    @JsonProperty("condition_without_words")
    CONDITION_WITHOUT_WORDS("number"),
    /** Nothing else fits. */
    @JsonProperty("otherwise")
    OTHERWISE,
    /** A message was sent, and another follows by itself. */
    @JsonProperty("afterwards")
    AFTERWARDS,
    /** A step was reached. */
    @JsonProperty("reached")
    REACHED("step"),
    /** A condition at a step of another capability. */
    @JsonProperty("after_step")
    AFTER_STEP("step", "condition"),
    /** What could be chosen by a button. */
    @JsonProperty("choices")
    CHOICES("words"),
    /** A call to another system that is not connected. */
    @JsonProperty("unbound_call")
    UNBOUND_CALL,
    @JsonProperty("untitled_agent")
    UNTITLED_AGENT,
    @JsonProperty("untitled_capability")
    UNTITLED_CAPABILITY("number"),
    @JsonProperty("untitled_checkpoint")
    UNTITLED_CHECKPOINT("number"),
    /** The name of a capability that goes on where another is full. */
    @JsonProperty("continued")
    CONTINUED("name", "number");

    private final List<String> names;

    Sentence(String... names) {
        this.names = List.of(names);
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(String text) {
        return !text.isBlank() && names.stream().allMatch(name -> text.contains("{" + name + "}"));
    }

    /** Fills each place once, whatever stands in what is filled in. */
    String filled(String text, String... named) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            int which = close < 0 ? -1 : names.indexOf(text.substring(open + 1, close));
            if (close < 0) {
                break;
            }
            filled.append(text, from, which < 0 ? close + 1 : open);
            if (which >= 0) {
                filled.append(named[which]);
            }
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }
}
