package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** The two languages people write to the upstreams in. */
enum Language {
    ID,
    EN;

    private static final Set<String> INDONESIAN = Set.of(
            """
            yang untuk dan dengan saya buat buatkan asisten toko pelanggan pesanan tambah tambahkan
            ganti ubah lebih jadi menjadi tolong pindahkan ke dari tidak agen kenapa apa singkat"""
                    .split("\\s+"));

    /** @return the language of a pack; English when it names none */
    static Language of(JsonNode skillPack) {
        return skillPack.path("profile").path("language").asText().equals("id") ? ID : EN;
    }

    /** @return the language of a text, by the commonest words */
    static Language detect(String text) {
        return Words.all(text).stream().anyMatch(INDONESIAN::contains) ? ID : EN;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String pick(String indonesian, String english) {
        return this == ID ? indonesian : english;
    }
}
