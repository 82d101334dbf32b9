using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>
/// Which addresses belong to the public internet. Whoever adds a webhook must not be able to reach, through the service, what only the
/// service can reach.
/// </summary>
static class PublicAddresses
{
    /// <summary>
    /// Networks for special purposes (the IANA registries of RFC 6890): not reachable from everywhere, or not one machine.
    /// </summary>
    static readonly IPNetwork[] s_special =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network (RFC 791)
            "10.0.0.0/8", // private (RFC 1918)
            "100.64.0.0/10", // shared by customers of a provider, CGNAT (RFC 6598)
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, and metadata of clouds (RFC 3927)
            "172.16.0.0/12", // private (RFC 1918)
            "192.0.0.0/24", // protocol assignments (RFC 6890)
            "192.0.2.0/24", // documentation (RFC 5737)
            "192.31.196.0/24", // AS112 (RFC 7535)
            "192.52.193.0/24", // AMT (RFC 7450)
            "192.88.99.0/24", // 6to4 relays (RFC 7526)
            "192.168.0.0/16", // private (RFC 1918)
            "192.175.48.0/24", // AS112 (RFC 7534)
            "198.18.0.0/15", // benchmarks (RFC 2544)
            "198.51.100.0/24", // documentation (RFC 5737)
            "203.0.113.0/24", // documentation (RFC 5737)
            "224.0.0.0/4", // multicast (RFC 5771)
            "240.0.0.0/4", // reserved, and broadcast (RFC 1112, RFC 8190)
            "2001::/23", // protocol assignments, among them Teredo and benchmarks (RFC 2928)
            "2001:db8::/32", // documentation (RFC 3849)
            "2002::/16", // 6to4: an IPv4 address inside (RFC 3056)
            "2620:4f:8000::/48", // AS112 (RFC 7534)
            "3fff::/20", // documentation (RFC 9637)
        }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>
    /// The only part of IPv6 that is assigned for use on the internet (RFC 4291). Outside it lie loopback, link-local, unique local,
    /// multicast, IPv4-mapped and translated addresses (NAT64).
    /// </summary>
    static readonly IPNetwork s_globalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address is one of the public internet, and not of this machine.</summary>
    public static bool Contains(IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
        // A network contains the mapped addresses of IPv4 in its own way.
        && !address.IsIPv4MappedToIPv6
        && (address.AddressFamily is AddressFamily.InterNetwork || s_globalUnicast.Contains(address))
        && !s_special.Any(network => network.Contains(address))
        && !IsOfThisMachine(address);

    static bool IsOfThisMachine(IPAddress address) =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Any(own => own.Address.Equals(address));
}
