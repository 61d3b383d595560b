package com.qontak.aiagent.agents.resources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource that is described rather than uploaded. */
public sealed interface NewResource {

    /** @return the capabilities that look things up in it; empty for none in particular */
    List<String> capabilityIds();

    /**
     * A web page.
     *
     * @param url an address on the public internet
     * @param title null to go by the address
     * @param capabilityIds the capabilities that look things up in it
     */
    record Page(String url, @Nullable String title, List<String> capabilityIds) implements NewResource {

        /** Copies the ids, so that it never changes. */
        public Page {
            capabilityIds = List.copyOf(capabilityIds);
        }
    }

    /**
     * A text written by hand.
     *
     * @param title its title
     * @param text the text
     * @param capabilityIds the capabilities that look things up in it
     */
    record Snippet(String title, String text, List<String> capabilityIds) implements NewResource {

        /** Copies the ids, so that it never changes. */
        public Snippet {
            capabilityIds = List.copyOf(capabilityIds);
        }
    }
}
