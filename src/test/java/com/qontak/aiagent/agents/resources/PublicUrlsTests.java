package com.qontak.aiagent.agents.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.web.Finding;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

@Timeout(20)
class PublicUrlsTests {

    private static final List<String> PUBLIC = List.of("104.18.3.7", "2606:4700::6812:307");
    private static final Map<String, List<String>> HOSTS = Map.of(
            "nowhere.example", List.of(),
            "half.example", List.of("104.18.3.7", "10.0.0.5"),
            "localhost", List.of("127.0.0.1", "::1"));

    private final PublicUrls urls = new PublicUrls(PublicUrlsTests::resolve, Redirects.NOT_FOLLOWED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tokomaju.id/faq",
                "HTTP://TokoMaju.ID./faq?a=1#b",
                "https://tokomaju.id:8443/",
                "http://8.8.8.8/",
                "https://[2606:4700::6812:307]/faq"
            })
    void pageOfThePublicInternetIsAllowed(String url) {
        assertThat(check(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.9.9.9/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://169.254.169.254/latest/meta-data/",
                "http://168.63.129.16/",
                "http://192.0.0.192/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[::]/",
                "http://[::1]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25lo]/",
                "http://[ff02::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:8.8.8.8]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:db8::1]/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0X7F.0.0.1/",
                "http://0x7f.1/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.0.01/",
                "http://127.0.0.1./",
                "http://134744072/",
                "http://999.1.1.1/",
                "http://localhost/",
                "http://half.example/"
            })
    void addressThatIsNotPublicIsRefusedInAnySpelling(String url) {
        assertThat(check(url)).hasValueSatisfying(finding -> {
            assertThat(finding.code()).isEqualTo("url_not_allowed");
            assertThat(finding.pointer()).isEqualTo("/url");
            assertThat(finding.isError()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://tokomaju.id/, url_not_allowed.scheme",
        "file:///etc/passwd, url_not_allowed.scheme",
        "javascript:alert(1), url_not_allowed.scheme",
        "tokomaju.id/faq, url_not_allowed.scheme",
        "https://admin:secret@tokomaju.id/, url_not_allowed.user",
        "https://tokomaju.id@10.0.0.1/, url_not_allowed.user",
        "https://10.0.0.1/, url_not_allowed.private",
        "https://nowhere.example/, url_not_allowed.unknown",
        "https:///faq, url_not_allowed",
        "https://toko maju.id/, url_not_allowed",
        "https://tokomaju.id\\@10.0.0.1/, url_not_allowed",
        "https://①②⑦.⓪.⓪.①/, url_not_allowed",
        "https://tokomaju.id:99999/, url_not_allowed"
    })
    void refusalSaysWhy(String url, String key) {
        assertThat(check(url))
                .hasValueSatisfying(finding -> assertThat(finding.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @CsvSource({
        "/other, ",
        "https://shop.example/, ",
        "http://169.254.169.254/latest/meta-data/, url_not_allowed.redirect",
        "http://localhost/, url_not_allowed.redirect",
        "//10.0.0.1/, url_not_allowed.redirect",
        "file:///etc/passwd, url_not_allowed.redirect",
        "http://a b/, url_not_allowed.redirect"
    })
    void pageIsRefusedForWhereItLeads(String location, @Nullable String key) {
        PublicUrls followed = new PublicUrls(
                PublicUrlsTests::resolve,
                (page, address) -> Mono.justOrEmpty(page.getPath().equals("/faq") ? location : null));

        assertThat(followed.check("https://tokomaju.id/faq", "/url").block().map(Finding::key))
                .isEqualTo(Optional.ofNullable(key));
    }

    @Test
    void pageThatLeadsOnForEverIsRefused() {
        AtomicInteger asked = new AtomicInteger();
        PublicUrls followed = new PublicUrls(
                PublicUrlsTests::resolve, (page, address) -> Mono.fromCallable(() -> "/" + asked.incrementAndGet()));

        assertThat(followed.check("https://tokomaju.id/faq", "/url").block().map(Finding::key))
                .contains("url_not_allowed.redirect");
        assertThat(asked).hasValue(6);
    }

    @Test
    void pageWhoseNameChangesItsAddressMeanwhileIsRefusedAndNeverAskedThere() {
        AtomicInteger resolved = new AtomicInteger();
        List<InetAddress> asked = new CopyOnWriteArrayList<>();
        PublicUrls followed = new PublicUrls(
                host -> resolve(resolved.getAndIncrement() == 0 ? "tokomaju.id" : "localhost"), (page, address) -> {
                    asked.add(address);
                    return Mono.empty();
                });

        assertThat(followed.check("https://tokomaju.id/faq", "/url").block().map(Finding::key))
                .contains("url_not_allowed.private");
        assertThat(asked).containsExactly(address(PUBLIC.get(0)));
    }

    private Optional<Finding> check(String url) {
        return urls.check(url, "/url").blockOptional().orElseThrow();
    }

    private static Mono<List<InetAddress>> resolve(String host) {
        // Whatever it is asked, as a resolver that reads a number its own way: what is a number must not get here.
        List<String> addresses = HOSTS.getOrDefault(host, PUBLIC);
        if (addresses.isEmpty()) {
            return Mono.error(new UnknownHostException(host));
        }
        return Mono.just(
                List.of(addresses.stream().map(PublicUrlsTests::address).toArray(InetAddress[]::new)));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
