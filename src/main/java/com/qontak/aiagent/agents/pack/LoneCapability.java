package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The smallest pack around a capability in which it can be validated without the pack it is from. Whatever is found in
 * it there is found in it here; more may be, since nothing but itself leads out of it here.
 */
final class LoneCapability {

    private static final String ELSEWHERE = "elsewhere";

    // An index of two digits, of which its own pack has no more, where one is enough here.
    private static final int LONGEST_POINTER = PackSize.LONGEST_POINTER - 1;

    private LoneCapability() {}

    /** Whether its names are so short that pointers into it have room wherever it stands in a pack. */
    static boolean fitsAnywhere(ObjectNode capability) {
        ObjectNode pack = JsonNodeFactory.instance.objectNode();
        pack.putArray("capabilities").add(capability);
        return !PackSize.isPointerLongerThan(LONGEST_POINTER, pack);
    }

    /**
     * A pack of the capability and another one, which hands over, and collects what the capability uses of the values
     * that its own pack collects elsewhere.
     */
    static ObjectNode pack(ObjectNode capability, Set<String> collectedElsewhere) {
        ObjectNode pack = JsonNodeFactory.instance.objectNode().put("schema_version", 1);
        pack.putObject("profile").put("name", ELSEWHERE);
        ArrayNode capabilities = pack.putArray("capabilities").add(capability);
        ObjectNode elsewhere =
                capabilities.addObject().put("capability_id", ELSEWHERE).put("name", ELSEWHERE);
        elsewhere.putObject("handover").put("when", "a person is wanted");
        ObjectNode checkpoint = elsewhere.putArray("checkpoints").addObject();
        checkpoint.put("checkpoint_id", ELSEWHERE).put("name", ELSEWHERE);
        ArrayNode collect = checkpoint.putArray("collect");
        Set<String> used = used(capability);
        used.retainAll(collectedElsewhere);
        used.forEach(name -> collect.addObject().put("name", name));
        ObjectNode routing = pack.putObject("routing");
        routing.put("entry_capability_id", capability.path("capability_id").textValue());
        routing.putObject("fallback").put("type", "capability").put("capability_id", ELSEWHERE);
        return pack;
    }

    private static Set<String> used(ObjectNode capability) {
        Set<String> names = new LinkedHashSet<>();
        PackTexts.forEach(
                Place.root("", capability),
                text -> names.addAll(PackTexts.variables(text.node().textValue())));
        return names;
    }
}
