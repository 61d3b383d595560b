package com.qontak.aiagent.impact.page;

import com.qontak.aiagent.impact.story.Wording;
import com.samskivert.mustache.Mustache;

/** The page's fixed texts, by the names the template uses. */
record PageTexts(Wording wording) implements Mustache.CustomContext {

    @Override
    public Object get(String name) {
        return wording.text("page." + name);
    }
}
