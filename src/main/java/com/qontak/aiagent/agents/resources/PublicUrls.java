package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.web.Finding;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Lets only addresses of the public internet be read, so that nobody reaches what stands behind our own walls through
 * the service that reads pages.
 */
@Component
class PublicUrls {

    private static final String NOT_ALLOWED = "url_not_allowed";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LAST_PORT = 65_535;

    // Whatever a resolver may read as a number: 2130706433, 0x7f.1, 0177.0.0.1, and 127.0.0.1 itself.
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern PLAIN_IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);

    private final HostResolver resolver;
    private final Scheduler blocking;

    PublicUrls(HostResolver resolver) {
        this.resolver = resolver;
        this.blocking = Schedulers.boundedElastic();
    }

    /**
     * @param url what the caller wants read
     * @param pointer where it stands in the request
     * @return why it is refused; empty when it is not. Never waits on the thread that asks
     */
    Mono<Optional<Finding>> check(String url, String pointer) {
        String host;
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return refused(pointer, "scheme");
            }
            if (uri.getRawUserInfo() != null) {
                return refused(pointer, "user");
            }
            host = uri.getHost();
            if (host == null || uri.getPort() > LAST_PORT) {
                return refused(pointer, null);
            }
        } catch (URISyntaxException noUrl) {
            return refused(pointer, null);
        }
        return isPublic(host.toLowerCase(Locale.ROOT))
                .map(open -> open ? Optional.<Finding>empty() : Optional.of(finding(pointer, "private")))
                .onErrorResume(unknown -> refused(pointer, "unknown"));
    }

    private Mono<Boolean> isPublic(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.startsWith("[")) {
            return Mono.fromCallable(() -> literal(name))
                    // Java makes an IPv4 address of an IPv6 address that only wraps one.
                    .map(address -> !(address instanceof Inet4Address) && PublicAddresses.contain(address));
        }
        if (NUMERIC.matcher(name).matches()) {
            return PLAIN_IPV4.matcher(name).matches()
                    ? Mono.fromCallable(() -> literal(name)).map(PublicAddresses::contain)
                    : Mono.just(false);
        }
        return Mono.fromCallable(() -> resolver.resolve(name))
                .subscribeOn(blocking)
                .timeout(PATIENCE)
                .map(addresses -> !addresses.isEmpty() && addresses.stream().allMatch(PublicAddresses::contain));
    }

    // Of a literal no resolver is asked.
    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    private static Mono<Optional<Finding>> refused(String pointer, @Nullable String why) {
        return Mono.just(Optional.of(finding(pointer, why)));
    }

    private static Finding finding(String pointer, @Nullable String why) {
        Finding finding = Finding.error(NOT_ALLOWED, pointer);
        return why == null ? finding : finding.worded(NOT_ALLOWED + "." + why);
    }
}
