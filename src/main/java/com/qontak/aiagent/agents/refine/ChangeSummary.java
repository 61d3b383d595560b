package com.qontak.aiagent.agents.refine;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * What a change does, before it is put into the reader's language.
 *
 * @param key where the sentence stands in the message bundle {@code messages/changes}
 * @param field the name of the field it is about; null when it is about an item of a list
 * @param names what people call the things it is about, in the order of the sentence; shortened where they are long
 */
public record ChangeSummary(String key, @Nullable String field, List<String> names) {

    /** Says nothing: what a client sends back is what it read, and nobody reads it again. */
    public static final ChangeSummary NONE = new ChangeSummary("", null, List.of());

    private static final String BUNDLE = "messages/changes";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int LONGEST_NAME = 80;

    /** Copies the names, so that a summary never changes. */
    public ChangeSummary {
        names = names.stream().map(ChangeSummary::shortened).toList();
    }

    /**
     * @param locale the reader's language; English unless it is Indonesian
     * @return the summary as a sentence in plain words
     * @throws java.util.MissingResourceException for {@link #NONE}
     */
    public String in(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
        List<String> arguments = new ArrayList<>();
        if (field != null) {
            String label = "field." + field;
            arguments.add(bundle.containsKey(label) ? bundle.getString(label) : "“" + shortened(field) + "”");
        }
        arguments.addAll(names);
        return new MessageFormat(bundle.getString(key), locale).format(arguments.toArray());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
