package com.qontak.aiagent.agents.resources;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Tells addresses of the public internet from all others: the special-purpose registries of IANA for IPv4 and IPv6, and
 * the one public address at which a cloud answers its own machines.
 */
final class PublicAddresses {

    private static final List<IpAddressMatcher> SPECIAL_IPV4 = matchers(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    // Only this block is given out for the public; what is special inside it follows.
    private static final IpAddressMatcher GLOBAL_IPV6 = new IpAddressMatcher("2000::/3");
    private static final List<IpAddressMatcher> SPECIAL_IPV6 =
            matchers("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet4Address
                ? none(SPECIAL_IPV4, text)
                : text.indexOf('%') < 0 && GLOBAL_IPV6.matches(text) && none(SPECIAL_IPV6, text);
    }

    private static boolean none(List<IpAddressMatcher> blocks, String address) {
        return blocks.stream().noneMatch(block -> block.matches(address));
    }

    private static List<IpAddressMatcher> matchers(String... blocks) {
        return Stream.of(blocks).map(IpAddressMatcher::new).toList();
    }
}
