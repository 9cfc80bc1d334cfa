package fetch

import (
	"net/netip"
	"syscall"

	"code.dny.dev/ssrf"
)

// guard judges the address that is about to be dialed, after the name was
// resolved, so that no name, redirect or spelling gets around it. It refuses
// what IANA's registries call special: private, link-local, loopback, shared,
// documentation, multicast, NAT64 and IPv4-mapped addresses, and every port
// but 80 and 443. With loopback, this machine is open on all ports.
func guard(loopback bool) func(network, address string, c syscall.RawConn) error {
	guardian := ssrf.New()
	return func(network, address string, c syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil {
			return ssrf.ErrInvalidHostPort
		}
		if loopback && to.Addr().Unmap().IsLoopback() {
			return nil
		}
		if err := guardian.SafeAddr(to.Addr()); err != nil {
			return err // before the port is judged: a private address is called so on any port
		}
		return guardian.Safe(network, address, c)
	}
}
