package com.qontak.aiagent.impact.page;

/** The page with its template. */
public final class PageFixture {

    private PageFixture() {}

    public static ReportPage page() {
        return new ReportPage();
    }
}
