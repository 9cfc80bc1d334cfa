package discordtest

import (
	"fmt"
	"math"
	"net/http"
	"strconv"
	"time"
)

// limits are the rate limits that are enforced; the server's lock guards them.
type limits map[Route]*limited

type limited struct {
	n       int
	window  time.Duration
	buckets map[string]*bucket // by major parameter
}

type bucket struct {
	left  int
	reset time.Time
}

// Limit lets n requests of a route pass in each window of real time, counted
// for each channel, guild or webhook by itself as Discord does. Without it
// the headers announce limits that are never reached.
func (s *Server) Limit(route Route, n int, window time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.limits == nil {
		s.limits = limits{}
	}
	s.limits[route] = &limited{n: n, window: window, buckets: map[string]*bucket{}}
}

// limit counts a request and sets the headers of its bucket.
func (s *Server) limit(w http.ResponseWriter, c *call) (stop bool, bad *apiError) {
	major := c.value("channel") + c.value("token") + c.value("guild")
	name := fmt.Sprintf("%x", len(c.route)*31+int(c.route[0]))
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.limits[c.route]
	if l == nil {
		setLimit(w, name, 1000, 999, time.Second)
		return false, nil
	}
	now := time.Now()
	b := l.buckets[major]
	if b == nil || !now.Before(b.reset) {
		b = &bucket{left: l.n, reset: now.Add(l.window)}
		l.buckets[major] = b
	}
	if b.left == 0 {
		setLimit(w, name, l.n, 0, b.reset.Sub(now))
		if c.route == RouteCallback {
			if i := s.world.interactions[c.value("token")]; i != nil {
				i.attempted = true
			}
		}
		return true, tooMany(w, b.reset.Sub(now), "user")
	}
	b.left--
	setLimit(w, name, l.n, b.left, b.reset.Sub(now))
	return false, nil
}

func setLimit(w http.ResponseWriter, name string, n, left int, after time.Duration) {
	h := w.Header()
	h.Set("X-RateLimit-Bucket", name)
	h.Set("X-RateLimit-Limit", strconv.Itoa(n))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(left))
	h.Set("X-RateLimit-Reset-After", seconds(after))
	h.Set("X-RateLimit-Reset", fmt.Sprintf("%.3f", float64(time.Now().Add(after).UnixMilli())/1000))
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 3, 64) }

// tooMany is the answer 429: whole seconds in Retry-After, exact ones in the body.
func tooMany(w http.ResponseWriter, after time.Duration, scope string) *apiError {
	w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(after.Seconds()))))
	w.Header().Set("X-RateLimit-Scope", scope)
	e := fail(429, 0, "You are being rate limited.")
	e.more = object{"retry_after": after.Seconds(), "global": scope == "global"}
	return e
}
