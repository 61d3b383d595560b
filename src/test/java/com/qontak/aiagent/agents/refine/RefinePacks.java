package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A pack for examples, and short ways to change it. */
final class RefinePacks {

    static final ObjectMapper JSON = new ObjectMapper();

    private RefinePacks() {}

    static ObjectNode pack() {
        return (ObjectNode)
                json(
                        """
                {
                  'schema_version': 1,
                  'profile': {'name': 'Toko Maju', 'tone': 'friendly'},
                  'capabilities': [
                    {
                      'capability_id': 'order_status',
                      'name': 'Check an order',
                      'checkpoints': [
                        {'checkpoint_id': 'ask', 'name': 'Ask', 'next': [{'when': 'it is known', 'go_to': 'answer'}]},
                        {'checkpoint_id': 'answer', 'name': 'Say where it is'}
                      ]
                    },
                    {'capability_id': 'sales', 'name': 'Sell', 'checkpoints': []}
                  ],
                  'routing': {
                    'entry_capability_id': 'order_status',
                    'rules': [
                      {
                        'rule_id': 'r1', 'scope': 'global', 'priority': 1, 'when': 'wants to buy',
                        'then': {'type': 'capability', 'capability_id': 'sales'}
                      }
                    ],
                    'fallback': {'type': 'handover'}
                  }
                }
                """);
    }

    /** A pack with the capabilities of these numbers, the second excluded. */
    static ObjectNode withCapabilities(int from, int to) {
        ObjectNode pack = pack();
        ArrayNode capabilities = pack.putArray("capabilities");
        for (int number = from; number < to; number++) {
            capabilities.addObject().put("capability_id", "c" + number).put("name", "C" + number);
        }
        return pack;
    }

    /** A copy with a value, written with single quotes, at a pointer; behind a list when its index is the next. */
    static ObjectNode with(ObjectNode original, String pointer, String value) {
        ObjectNode pack = original.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = pack.at(place.head());
        int index = place.last().getMatchingIndex();
        if (parent instanceof ArrayNode list && index == list.size()) {
            list.add(json(value));
        } else if (parent instanceof ArrayNode list) {
            list.set(index, json(value));
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), json(value));
        }
        return pack;
    }

    static JsonNode json(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The only change of a kind. */
    static Change change(List<Change> changes, ChangeKind kind) {
        List<Change> found = changes.stream().filter(it -> it.kind() == kind).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " changes of kind " + kind);
        }
        return found.get(0);
    }
}
