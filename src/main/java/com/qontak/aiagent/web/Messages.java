package com.qontak.aiagent.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts problems and findings into the caller's language, from the bundles under {@code messages/}. */
@Component
public class Messages {

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    /**
     * @param finding what was found
     * @param locale the caller's language
     * @return the same in that language; English where the language has no text
     */
    public FindingResponse finding(Finding finding, Locale locale) {
        Object[] arguments = finding.arguments().toArray();
        String hint = source.getMessage("finding." + finding.key() + ".hint", arguments, "", locale);
        return new FindingResponse(
                finding.code(),
                finding.severity(),
                finding.pointer(),
                source.getMessage("finding." + finding.key() + ".message", arguments, finding.code(), locale),
                hint == null || hint.isEmpty() ? null : hint);
    }

    /**
     * @param findings what was found, in order
     * @param locale the caller's language
     * @return the same in that language and order
     */
    public List<FindingResponse> findings(List<Finding> findings, Locale locale) {
        return findings.stream().map(finding -> finding(finding, locale)).toList();
    }

    /**
     * @param key a key of the bundles
     * @param locale the caller's language
     * @param arguments what the text names
     * @return the text
     * @throws org.springframework.context.NoSuchMessageException if no bundle has the key
     */
    public String text(String key, Locale locale, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }
}
