package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/bot"
)

const article = "<!doctype html><title>Un titre</title><p>Le maire a parlé.</p>"

// site answers on loopback with what a test wants.
func site(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

func TestFetchReadsAPage(t *testing.T) {
	var got http.Header
	address := site(t, func(w http.ResponseWriter, r *http.Request) {
		got = r.Header.Clone()
		http.SetCookie(w, &http.Cookie{Name: "suivi", Value: "1"})
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		fmt.Fprint(w, article)
	})
	c := New(Options{Loopback: true})
	for range 2 {
		page, err := c.Fetch(t.Context(), " "+address+"/monde/article?id=3#commentaires ")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := page.URL, address+"/monde/article?id=3"; got != want {
			t.Errorf("URL is %q, want %q", got, want)
		}
		if string(page.Body) != article || page.ContentType != "text/html; charset=iso-8859-1" {
			t.Errorf("got %q, %q", page.Body, page.ContentType)
		}
	}
	if lang := got.Get("Accept-Language"); !strings.HasPrefix(lang, "fr") {
		t.Errorf("Accept-Language is %q", lang)
	}
	if agent := got.Get("User-Agent"); !strings.HasPrefix(agent, "verbatim") {
		t.Errorf("User-Agent is %q", agent)
	}
	if cookie := got.Get("Cookie"); cookie != "" {
		t.Errorf("the second request carries the cookie %q", cookie)
	}
}

func TestFetchFollowsRedirects(t *testing.T) {
	address := site(t, func(w http.ResponseWriter, r *http.Request) {
		var step int
		fmt.Sscanf(r.URL.Path, "/%d", &step)
		if step > 0 {
			http.Redirect(w, r, fmt.Sprintf("/%d#bas", step-1), http.StatusFound)
			return
		}
		if r.Header.Get("Referer") != "" {
			t.Error("the redirect tells where it came from")
		}
		fmt.Fprint(w, article)
	})
	c := New(Options{Loopback: true})
	page, err := c.Fetch(t.Context(), address+"/5")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := page.URL, address+"/0"; got != want {
		t.Errorf("URL is %q, want %q", got, want)
	}
	if _, err := c.Fetch(t.Context(), address+"/6"); !errors.Is(err, bot.ErrAddress) {
		t.Errorf("six redirects: got %v, want ErrAddress", err)
	}
}

func TestFetchRefusesAddresses(t *testing.T) {
	c := New(Options{Loopback: true})
	for _, address := range []string{
		"", "lemonde.fr/article", "ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)", "http://", "http:///a",
		"http://moi:secret@127.0.0.1/", "http://moi@127.0.0.1/", "http://[::1", "http://127.0.0.1:99999999/", "http://a b/",
		"http://example.org/" + strings.Repeat("a", maxAddress),
	} {
		_, err := c.Fetch(t.Context(), address)
		if !errors.Is(err, bot.ErrAddress) && !errors.Is(err, bot.ErrStatus) {
			t.Errorf("%.40q: got %v, want ErrAddress", address, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q is repeated in the error %v", address, err)
		}
	}
}

func TestFetchRefusesStatuses(t *testing.T) {
	address := site(t, func(w http.ResponseWriter, r *http.Request) {
		var status int
		fmt.Sscanf(r.URL.Path, "/%d", &status)
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(status)
	})
	c := New(Options{Loopback: true})
	for status, want := range map[int]string{404: "404 Not Found", 403: "may refuse programs", 429: "may refuse programs", 500: "500", 202: "202"} {
		_, err := c.Fetch(t.Context(), fmt.Sprintf("%s/%d", address, status))
		if !errors.Is(err, bot.ErrStatus) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%d: got %v, want one line with %q", status, err, want)
		}
	}
}

func TestFetchReadsTextAlone(t *testing.T) {
	tests := []struct {
		contentType, body string
		want              error
	}{
		{"text/html", article, nil},
		{"TEXT/HTML;charset=utf-8", article, nil},
		{"application/xhtml+xml", article, nil},
		{"text/plain; charset=utf-8", "Le maire a parlé.", nil},
		{"text/markdown", "# Titre", nil},
		{"application/octet-stream", "Le maire a parlé.", nil},
		{"application/octet-stream", "\x7fELF\x00\x01\x02", bot.ErrType},
		{"application/pdf", "%PDF-1.7", bot.ErrType},
		{"image/png", "\x89PNG\r\n", bot.ErrType},
		{"application/json", "{}", bot.ErrType},
	}
	for _, test := range tests {
		address := site(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", test.contentType)
			fmt.Fprint(w, test.body)
		})
		page, err := New(Options{Loopback: true}).Fetch(t.Context(), address)
		if !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", test.contentType, err, test.want)
		}
		if err == nil && string(page.Body) != test.body {
			t.Errorf("%s: got %q", test.contentType, page.Body)
		}
	}
}

func TestFetchBoundsTheBody(t *testing.T) {
	const bound = 64 << 10
	address := site(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		n := bound
		if r.URL.Path == "/over" {
			n++
		}
		if r.URL.Path != "/bomb" {
			w.Write(bytes.Repeat([]byte("a"), n))
			return
		}
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write(make([]byte, 50<<20))
		z.Close()
	})
	c := New(Options{Loopback: true, MaxBytes: bound})
	page, err := c.Fetch(t.Context(), address+"/exact")
	if err != nil || len(page.Body) != bound {
		t.Errorf("at the bound: got %d bytes, %v", len(page.Body), err)
	}
	for _, path := range []string{"/over", "/bomb"} {
		if _, err := c.Fetch(t.Context(), address+path); !errors.Is(err, bot.ErrTooLarge) {
			t.Errorf("%s: got %v, want ErrTooLarge", path, err)
		}
	}
}

func TestFetchUndoesGzip(t *testing.T) {
	address := site(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		defer z.Close()
		fmt.Fprint(z, article)
	})
	page, err := New(Options{Loopback: true}).Fetch(t.Context(), address)
	if err != nil || string(page.Body) != article {
		t.Errorf("got %q, %v", page.Body, err)
	}
}

func TestFetchIsBoundedInTime(t *testing.T) {
	end := make(chan struct{})
	address := site(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/body" {
			w.Header().Set("Content-Type", "text/plain")
			fmt.Fprint(w, "Le début")
			w.(http.Flusher).Flush()
		}
		select {
		case <-end:
		case <-r.Context().Done():
		}
	})
	defer close(end)
	c := New(Options{Loopback: true, Timeout: 50 * time.Millisecond})
	for _, path := range []string{"/header", "/body"} {
		_, err := c.Fetch(t.Context(), address+path)
		if !errors.Is(err, bot.ErrStatus) || !strings.Contains(err.Error(), "50ms") {
			t.Errorf("%s: got %v, want ErrStatus that names the bound", path, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Fetch(ctx, address); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v, want context.Canceled", err)
	}
}

func TestFetchIgnoresProxies(t *testing.T) {
	var asked atomic.Bool
	proxy := site(t, func(w http.ResponseWriter, r *http.Request) { asked.Store(true) })
	t.Setenv("HTTP_PROXY", proxy)
	t.Setenv("http_proxy", proxy)
	if _, err := New(Options{}).Fetch(t.Context(), "http://10.0.0.1/"); !errors.Is(err, bot.ErrPrivate) {
		t.Errorf("got %v, want ErrPrivate", err)
	}
	if asked.Load() {
		t.Error("the proxy was asked")
	}
}

func TestFetchSaysWhatFailed(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	_, err := New(Options{Loopback: true}).Fetch(t.Context(), server.URL+"/a?signature=abc")
	if !errors.Is(err, bot.ErrStatus) || strings.Contains(err.Error(), "signature") {
		t.Errorf("got %v, want ErrStatus without the address's query", err)
	}
}
