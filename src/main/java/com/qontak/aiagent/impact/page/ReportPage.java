package com.qontak.aiagent.impact.page;

import com.qontak.aiagent.impact.journey.JourneyStep;
import com.qontak.aiagent.impact.story.Language;
import com.qontak.aiagent.impact.story.Story;
import com.qontak.aiagent.impact.story.Told;
import com.qontak.aiagent.impact.story.Wording;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Renders the report as HTML: no script, nothing fetched, every value escaped. */
@Component
public final class ReportPage {

    private static final String TEMPLATE = "templates/impact/report.mustache";

    private final Template template;

    ReportPage() {
        try (Reader reader =
                new InputStreamReader(new ClassPathResource(TEMPLATE).getInputStream(), StandardCharsets.UTF_8)) {
            template = Mustache.compiler().defaultValue("").zeroIsFalse(true).compile(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * @param organization the organization's name
     * @param told the figures
     * @param freshAsOf the moment they are of
     * @param journey what became of every closed room
     * @param story the same in words
     * @param language of the page
     * @return a whole HTML document
     */
    public String render(
            String organization,
            Told told,
            Instant freshAsOf,
            List<JourneyStep> journey,
            Story story,
            Language language) {
        Wording wording = new Wording(language);
        return template.execute(PageContent.of(organization, told, freshAsOf, journey, story, wording));
    }
}
