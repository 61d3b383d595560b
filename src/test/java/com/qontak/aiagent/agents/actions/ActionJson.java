package com.qontak.aiagent.agents.actions;

/** The action catalogue as {@code mekari-agent} answers it, and packs that use it. */
final class ActionJson {

    static final String CATALOGUE =
            """
            {"actions": [
               {"action_id": "midtrans_payment_link", "group": "other_integration", "name": "Send a payment link",
                "description": "Asks for a payment.", "auth": "provider_token", "state": "not_connected",
                "inputs": {"type": "object", "required": ["amount"]}},
               {"action_id": "create_ticket", "group": "mekari_qontak", "name": "Create a ticket",
                "description": "Opens a ticket.", "auth": "company_token", "state": "ready", "x_new": 1,
                "inputs": {"type": "object", "properties": {"subject": {"type": "string"}}, "required": ["subject"]}},
               {"action_id": "talenta_leave", "group": "mekari", "name": "Leave balance", "description": "",
                "auth": "hmac", "state": "needs_approval", "inputs": {"type": "object"}},
               {"action_id": "brand_new", "group": "a_new_group", "name": "Brand new", "auth": "a_new_way",
                "state": "a_new_state"}],
             "total": 4}""";

    private ActionJson() {}

    /** The pack with a checkpoint that uses one action, given as JSON. */
    static String using(String action, String pack) {
        return pack.replace(
                "\"instructions\": \"Ask for the number\",",
                "\"instructions\": \"Ask for the number\", \"actions\": [" + action + "],");
    }
}
