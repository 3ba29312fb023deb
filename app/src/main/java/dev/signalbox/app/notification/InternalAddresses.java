package dev.signalbox.app.notification;

import dev.signalbox.app.edge.AddressRanges;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks up hosts, and finds none inside a network: a webhook must not be a way to what only this machine can reach.
 *
 * <p>What is looked up here is what is connected to, so that a name which changes its address in between gains nothing.
 */
final class InternalAddresses extends SystemDefaultDnsResolver {

    /** IANA's special-purpose registries of IPv4 and IPv6, and the prefixes that carry IPv4 inside IPv6. */
    private static final AddressRanges INTERNAL =
            AddressRanges.parse("0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,"
                    + "192.0.0.0/24,192.0.2.0/24,192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,"
                    + "203.0.113.0/24,224.0.0.0/3,"
                    + "::/96,::ffff:0:0:0/96,64:ff9b::/32,100::/64,2001::/23,2001:db8::/32,2002::/16,3fff::/20,"
                    + "5f00::/16,fc00::/7,fe80::/9,ff00::/8");

    private final DnsResolver lookup;
    private final AddressRanges allowed;

    /** Of the addresses that the lookup finds, gives those that are outside or allowed. */
    InternalAddresses(DnsResolver lookup, AddressRanges allowed) {
        this.lookup = lookup;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] reachable = Arrays.stream(lookup.resolve(host))
                .filter(address -> allowed.contains(address) || !INTERNAL.contains(address))
                .toArray(InetAddress[]::new);
        if (reachable.length == 0) {
            throw new InternalHostException(host);
        }
        return reachable;
    }

    /** All addresses of the host are inside a network. */
    static final class InternalHostException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        InternalHostException(String host) {
            super(host + " is inside a network");
        }
    }
}
