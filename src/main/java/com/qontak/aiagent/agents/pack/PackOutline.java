package com.qontak.aiagent.agents.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a pack can be read, read once for all rules. Whatever has the wrong shape is left out: the schema has already
 * said so.
 *
 * @param pack the pack as a whole
 * @param capabilities in the order of the pack
 * @param routing where routing stands, if it does
 * @param rules in the order of the pack
 */
record PackOutline(Place pack, List<Capability> capabilities, Place routing, List<Rule> rules) {

    static PackOutline of(Place pack) {
        Place routing = pack.at("routing");
        return new PackOutline(
                pack,
                pack.objects("capabilities").stream().map(Capability::of).toList(),
                routing,
                routing.objects("rules").stream().map(Rule::of).toList());
    }

    /** Whether there is a list of capabilities to refer to, be it empty. */
    boolean listsCapabilities() {
        return pack.at("capabilities").node().isArray();
    }

    Place entry() {
        return routing.at("entry_capability_id");
    }

    Destination fallback() {
        return new Destination(routing.at("fallback"));
    }

    /** Every readable capability id. */
    Set<String> capabilityIds() {
        Set<String> ids = new HashSet<>();
        for (Capability capability : capabilities) {
            if (capability.id() != null) {
                ids.add(capability.id());
            }
        }
        return ids;
    }

    /** Every condition in the pack. */
    Stream<Place> conditions() {
        Stream<Place> inCapabilities = capabilities.stream()
                .flatMap(capability -> Stream.concat(
                        capability.checkpoints().stream()
                                .flatMap(checkpoint -> checkpoint.next().stream())
                                .map(next -> next.at("when")),
                        Stream.of(capability.handover().at("when"))));
        return Stream.concat(
                inCapabilities, rules.stream().map(rule -> rule.place().at("when")));
    }

    /**
     * @param id null when it cannot be read
     * @param checkpoints in the order of the pack
     */
    record Capability(Place place, @Nullable String id, List<Checkpoint> checkpoints) {

        static Capability of(Place place) {
            return new Capability(
                    place,
                    place.text("capability_id"),
                    place.objects("checkpoints").stream().map(Checkpoint::of).toList());
        }

        Place handover() {
            return place.at("handover");
        }

        boolean handsOver() {
            return handover().node().isObject();
        }

        /** The names of the values it collects, without the blanks around them. */
        Set<String> collected() {
            Set<String> names = new HashSet<>();
            for (Checkpoint checkpoint : checkpoints) {
                for (Place value : checkpoint.place().objects("collect")) {
                    String name = value.text("name");
                    if (name != null) {
                        names.add(name.strip());
                    }
                }
            }
            return names;
        }

        /** The checkpoints by id; of two with the same id, the first. */
        Map<String, Checkpoint> checkpointsById() {
            Map<String, Checkpoint> byId = new HashMap<>();
            for (Checkpoint checkpoint : checkpoints) {
                if (checkpoint.id() != null) {
                    byId.putIfAbsent(checkpoint.id(), checkpoint);
                }
            }
            return byId;
        }
    }

    /**
     * @param id null when it cannot be read
     * @param next the next steps, in the order they are tried
     */
    record Checkpoint(Place place, @Nullable String id, List<Place> next) {

        private static Checkpoint of(Place place) {
            return new Checkpoint(place, place.text("checkpoint_id"), place.objects("next"));
        }
    }

    /** @param capabilityId the capability it belongs to; null for a global rule and when it cannot be read */
    record Rule(Place place, boolean global, @Nullable String capabilityId) {

        private static Rule of(Place place) {
            boolean ofCapability = "capability".equals(place.text("scope"));
            return new Rule(
                    place, "global".equals(place.text("scope")), ofCapability ? place.text("capability_id") : null);
        }

        boolean readable() {
            return global || capabilityId != null;
        }

        Destination then() {
            return new Destination(place.at("then"));
        }
    }

    /** Where a rule or the fallback leads. */
    record Destination(Place place) {

        @Nullable
        String type() {
            return place.text("type");
        }

        boolean handsOver() {
            return "handover".equals(type());
        }

        /** The id of the capability it leads to; empty when it leads elsewhere or cannot be read. */
        Optional<Place> capability() {
            Place capability = place.at("capability_id");
            return "capability".equals(type()) && capability.text() != null
                    ? Optional.of(capability)
                    : Optional.empty();
        }

        Optional<String> capabilityId() {
            return capability().map(Place::text);
        }
    }
}
