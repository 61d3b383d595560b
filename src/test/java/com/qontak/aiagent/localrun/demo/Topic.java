package com.qontak.aiagent.localrun.demo;

import java.util.List;

/** What customers write about, and how well the AI agents know it. */
enum Topic {
    STATUS_PENGIRIMAN("status pengiriman", 24, 1.10, 0.04),
    STOK_PRODUK("stok produk", 16, 1.05, 0.06),
    HARGA_DAN_PROMO("harga dan promo", 15, 1.08, 0.05),
    CARA_PEMBAYARAN("cara pembayaran", 11, 1.04, 0.08),
    UKURAN_DAN_BAHAN("ukuran dan bahan", 9, 0.95, 0.16),
    PENGEMBALIAN_DANA("pengembalian dana", 8, 0.72, 0.20),
    PENUKARAN_BARANG("penukaran barang", 6, 0.85, 0.14),
    GARANSI("garansi", 5, 0.66, 0.38),
    PEMESANAN_GROSIR("pemesanan grosir", 4, 0.60, 0.45),
    LAINNYA("lainnya", 2, 0.50, 0.30);

    static final List<Topic> ALL = List.of(values());

    private final String label;
    private final double weight;
    private final double ease;
    private final double unanswered;

    Topic(String label, double weight, double ease, double unanswered) {
        this.label = label;
        this.weight = weight;
        this.ease = ease;
        this.unanswered = unanswered;
    }

    static Topic any(Dice dice) {
        return dice.pick(ALL, topic -> topic.weight);
    }

    /** As the telemetry names it. */
    String label() {
        return label;
    }

    /** What the AI's skill is multiplied by. */
    double ease() {
        return ease;
    }

    /** The fraction of its conversations not resolved by the AI alone to which it had no answer. */
    double unanswered() {
        return unanswered;
    }
}
