package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.web.Finding;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets only addresses of the public internet be read, so that nobody reaches what stands behind our own walls through
 * the service that reads pages.
 */
@Component
class PublicUrls {

    private static final String NOT_ALLOWED = "url_not_allowed";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LAST_PORT = 65_535;
    private static final int MOST_REDIRECTS = 5;

    // Whatever a resolver may read as a number: 2130706433, 0x7f.1, 0177.0.0.1, and 127.0.0.1 itself.
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern PLAIN_IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);

    private final HostResolver resolver;
    private final Redirects redirects;

    PublicUrls(HostResolver resolver, Redirects redirects) {
        this.resolver = resolver;
        this.redirects = redirects;
    }

    /**
     * @param url what the caller wants read
     * @param pointer where it stands in the request
     * @return why it, or a page that it leads to, is refused; empty when none is. Never waits on the thread that asks
     */
    Mono<Optional<Finding>> check(String url, String pointer) {
        return refusal(url, MOST_REDIRECTS)
                .map(why -> Optional.of(finding(pointer, why)))
                .defaultIfEmpty(Optional.empty());
    }

    /** Why it is refused, in a word that may be empty; nothing when it is not. */
    private Mono<String> refusal(String url, int redirectsLeft) {
        URI uri;
        String host;
        try {
            uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return Mono.just("scheme");
            }
            if (uri.getRawUserInfo() != null) {
                return Mono.just("user");
            }
            host = uri.getHost();
            if (host == null || uri.getPort() > LAST_PORT) {
                return Mono.just("");
            }
        } catch (URISyntaxException noUrl) {
            return Mono.just("");
        }
        String name = host.toLowerCase(Locale.ROOT);
        return publicAddresses(name)
                .flatMap(addresses -> addresses.isEmpty()
                        ? Mono.just("private")
                        : ofWhereItLeads(uri, name, addresses, redirectsLeft))
                .onErrorResume(unknown -> Mono.just("unknown"));
    }

    private Mono<String> ofWhereItLeads(URI page, String host, List<InetAddress> addresses, int redirectsLeft) {
        return redirects
                .of(page, addresses.get(0))
                .flatMap(location -> {
                    if (redirectsLeft == 0) {
                        return Mono.just("redirect");
                    }
                    String next;
                    try {
                        next = page.resolve(location).toString();
                    } catch (IllegalArgumentException noUrl) {
                        return Mono.just("redirect");
                    }
                    return refusal(next, redirectsLeft - 1).map(why -> "redirect");
                })
                // Once more: a name that had a public address when it was asked first may have another one now.
                .switchIfEmpty(Mono.defer(() -> publicAddresses(host))
                        .filter(List::isEmpty)
                        .map(changed -> "private"));
    }

    /** Its addresses when every one of them is public, else none. */
    private Mono<List<InetAddress>> publicAddresses(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.startsWith("[")) {
            return Mono.fromCallable(() -> literal(name))
                    // Java makes an IPv4 address of an IPv6 address that only wraps one.
                    .map(address -> !(address instanceof Inet4Address) && PublicAddresses.contain(address)
                            ? List.of(address)
                            : List.of());
        }
        if (NUMERIC.matcher(name).matches()) {
            return PLAIN_IPV4.matcher(name).matches()
                    ? Mono.fromCallable(() -> literal(name))
                            .map(address -> PublicAddresses.contain(address) ? List.of(address) : List.of())
                    : Mono.just(List.of());
        }
        return resolver.resolve(name)
                .timeout(PATIENCE)
                .map(addresses -> addresses.stream().allMatch(PublicAddresses::contain) ? addresses : List.of());
    }

    // Of a literal no resolver is asked.
    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    private static Finding finding(String pointer, String why) {
        Finding finding = Finding.error(NOT_ALLOWED, pointer);
        return why.isEmpty() ? finding : finding.worded(NOT_ALLOWED + "." + why);
    }
}
