package discord

import (
	"bytes"
	"crypto/x509"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
)

// TestEncryptedGateway connects as to Discord itself: REST at a proxy, the
// gateway behind TLS.
func TestEncryptedGateway(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	target, err := url.Parse(strings.TrimSuffix(w.URL, "/api/v9"))
	if err != nil {
		t.Fatal(err)
	}
	secure := httptest.NewTLSServer(httputil.NewSingleHostReverseProxy(target))
	defer secure.Close()
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ModifyResponse = func(r *http.Response) error {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return err
		}
		body = bytes.ReplaceAll(body, []byte("ws://"+target.Host), []byte("wss://"+strings.TrimPrefix(secure.URL, "https://")))
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		r.Header.Del("Content-Length")
		return nil
	}
	plain := httptest.NewServer(proxy)
	defer plain.Close()
	w.config.APIURL = plain.URL + "/api/v9"
	w.config.roots = x509.NewCertPool()
	w.config.roots.AddCert(secure.Certificate())
	w.run()
	w.connected()
	w.asks()
	w.Reconnect()
	if err := w.Until(w.ctx, func() bool { return w.Resumes() == 1 }); err != nil {
		t.Fatal(err)
	}
	w.asks()
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
}
