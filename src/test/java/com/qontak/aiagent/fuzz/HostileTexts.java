package com.qontak.aiagent.fuzz;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that have broken something somewhere. */
final class HostileTexts {

    private static final List<String> KNOWN = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\r\nX-Forged: 1",
            "\u001b[31mred",
            "\u202Eright to left",
            "\uFEFFmarked",
            "\uD83D\uDE00",
            "\uFFFF",
            "e\u0301\u0323\u0323\u0323\u0323",
            "İıſK",
            "１２３",
            "null",
            "undefined",
            "-1",
            "0x7f",
            "1e309",
            "99999999999999999999",
            "../../../etc/passwd",
            "..\\..\\",
            "%00",
            "%2e%2e%2f",
            "%n%s%x",
            "{0}",
            "{{order_number}}",
            "{{".repeat(3000),
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "' OR 1=1; DROP TABLE rooms; --",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "~0~1/~2",
            "/",
            "\"",
            "\\",
            "*",
            ",".repeat(500),
            "(".repeat(500),
            "x".repeat(130),
            "x".repeat(11_000));

    private HostileTexts() {}

    static Arbitrary<String> all() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(KNOWN)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(40)),
                Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(40)));
    }
}
