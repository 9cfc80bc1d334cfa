package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"

	"verbatim/bot"
)

func TestFetchRefusesPrivateAddresses(t *testing.T) {
	var asked atomic.Bool
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Store(true) }))
	defer server.Close()
	port := server.URL[strings.LastIndexByte(server.URL, ':'):]
	hosts := []string{
		"127.0.0.1", "127.8.8.8", "localhost", "[::1]", "0.0.0.0", "[::]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]",
		"169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "224.0.0.1",
		"[2002:7f00:1::]", "[::127.0.0.1]", "198.18.0.1", "255.255.255.255",
	}
	c := New(Options{})
	for _, host := range hosts {
		for _, address := range []string{"http://" + host + "/", "https://" + host + ":443/", "http://" + host + port + "/"} {
			if _, err := c.Fetch(t.Context(), address); !errors.Is(err, bot.ErrPrivate) {
				t.Errorf("%s: got %v, want ErrPrivate", address, err)
			}
		}
	}
	// How these are read depends on the system's resolver: as loopback or as no name at all.
	for _, host := range []string{"0x7f000001", "2130706433", "0177.0.0.1", "127.1"} {
		if _, err := c.Fetch(t.Context(), "http://"+host+port+"/"); err == nil {
			t.Errorf("%s%s was read", host, port)
		}
	}
	if asked.Load() {
		t.Error("the server on this machine was asked")
	}
}

// Loopback opens this machine and nothing else that is private.
func TestLoopbackOpensThisMachineAlone(t *testing.T) {
	c := New(Options{Loopback: true})
	for _, host := range []string{"169.254.169.254", "10.0.0.1", "192.168.1.1", "0.0.0.0", "[fe80::1]", "[fd00:ec2::254]"} {
		if _, err := c.Fetch(t.Context(), "http://"+host+"/"); !errors.Is(err, bot.ErrPrivate) {
			t.Errorf("%s: got %v, want ErrPrivate", host, err)
		}
	}
}

func TestRedirectsAreJudged(t *testing.T) {
	tests := []struct {
		to   string
		want error
	}{
		{"http://169.254.169.254/latest/meta-data", bot.ErrPrivate},
		{"http://10.0.0.1/", bot.ErrPrivate},
		{"//192.168.0.1/", bot.ErrPrivate},
		{"file:///etc/passwd", bot.ErrAddress},
		{"ftp://example.org/", bot.ErrAddress},
		{"http://moi:secret@127.0.0.1/", bot.ErrAddress},
	}
	for _, test := range tests {
		address := site(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", test.to)
			w.WriteHeader(http.StatusFound)
		})
		if _, err := New(Options{Loopback: true}).Fetch(t.Context(), address); !errors.Is(err, test.want) {
			t.Errorf("redirect to %s: got %v, want %v", test.to, err, test.want)
		}
	}
}

func TestPublicAddressesHaveTwoPorts(t *testing.T) {
	judge := guard(true)
	tests := []struct {
		address string
		want    bool
	}{
		{"93.184.215.14:80", true}, {"93.184.215.14:443", true}, {"[2606:2800:21f::1]:443", true},
		{"93.184.215.14:22", false}, {"93.184.215.14:8080", false}, {"127.0.0.1:8080", true}, {"nonsense", false},
	}
	for _, test := range tests {
		network := "tcp4"
		if strings.HasPrefix(test.address, "[") {
			network = "tcp6"
		}
		if err := judge(network, test.address, nil); (err == nil) != test.want {
			t.Errorf("%s: got %v, want allowed %v", test.address, err, test.want)
		}
	}
}

// A name is judged by what it resolves to when it is dialed.
func TestFetchRefusesNamesOfPrivateAddresses(t *testing.T) {
	for _, ip := range [][4]byte{{10, 0, 0, 7}, {127, 0, 0, 1}, {169, 254, 169, 254}} {
		c := New(Options{})
		c.dialer.Resolver = &net.Resolver{PreferGo: true, Dial: nameserver(t, ip)}
		_, err := c.Fetch(t.Context(), "http://journal.example/article")
		if !errors.Is(err, bot.ErrPrivate) {
			t.Errorf("%v: got %v, want ErrPrivate", ip, err)
		}
		if err != nil && strings.Contains(err.Error(), fmt.Sprint(ip[0], ".")) {
			t.Errorf("%v: the error tells the address: %v", ip, err)
		}
	}
}

// nameserver answers every question for an IPv4 address with ip.
func nameserver(t *testing.T, ip [4]byte) func(context.Context, string, string) (net.Conn, error) {
	t.Helper()
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	t.Cleanup(func() { server.Close(); <-done })
	go func() {
		defer close(done)
		buf := make([]byte, 1500)
		for {
			n, from, err := server.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			q := m.Questions[0]
			reply := dnsmessage.Message{Header: dnsmessage.Header{ID: m.ID, Response: true}, Questions: m.Questions}
			if q.Type == dnsmessage.TypeA {
				reply.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 1},
					Body:   &dnsmessage.AResource{A: ip},
				}}
			}
			if packed, err := reply.Pack(); err == nil {
				server.WriteTo(packed, from)
			}
		}
	}()
	return func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", server.LocalAddr().String())
	}
}
