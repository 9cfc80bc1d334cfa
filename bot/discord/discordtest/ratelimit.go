package discordtest

import (
	"fmt"
	"hash/fnv"
	"math"
	"net/http"
	"strconv"
	"time"
)

// limits are the rate limits that are enforced; the server's lock guards them.
type limits struct {
	set    map[Route]*limited
	closed map[string]span // buckets that answered 429: until when to stay away
}

type limited struct {
	n       int
	window  time.Duration
	buckets map[string]*bucket // by major parameter
}

type bucket struct {
	left  int
	reset time.Time
}

// span is a time in which no request should come. It begins a little late:
// what was under way when the 429 was sent is no fault.
type span struct{ from, to time.Time }

const underWay = 100 * time.Millisecond

// globally is the bucket of the global rate limit.
const globally = "global"

// Limit lets n requests of a route pass in each window of real time, counted
// for each channel, guild or webhook by itself as Discord does. Without it
// the headers announce limits that are never reached.
func (s *Server) Limit(route Route, n int, window time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.limits.set == nil {
		s.limits.set = map[Route]*limited{}
	}
	s.limits.set[route] = &limited{n: n, window: window, buckets: map[string]*bucket{}}
}

// bucketOf names what shares a rate limit with the call.
func bucketOf(c *call) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(c.route))
	return fmt.Sprintf("%08x:%s%s%s", h.Sum32(), c.value("channel"), c.value("token"), c.value("guild"))
}

// limit counts a request and sets the headers of its bucket.
func (s *Server) limit(w http.ResponseWriter, c *call) (stop bool, bad *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := bucketOf(c)
	hash := name[:8]
	l := s.limits.set[c.route]
	if l == nil {
		setLimit(w, hash, 1000, 999, time.Second)
		return false, nil
	}
	now := time.Now()
	b := l.buckets[name]
	if b == nil || !now.Before(b.reset) {
		b = &bucket{left: l.n, reset: now.Add(l.window)}
		l.buckets[name] = b
	}
	if b.left == 0 {
		setLimit(w, hash, l.n, 0, b.reset.Sub(now))
		s.attempt(c)
		return true, s.tooMany(w, c, b.reset.Sub(now), "user")
	}
	b.left--
	setLimit(w, hash, l.n, b.left, b.reset.Sub(now))
	return false, nil
}

// patient records a request that comes while its bucket is closed; s.mu is
// held. Callbacks are not bound to the global limit.
func (s *Server) patient(c *call) {
	now := time.Now()
	for _, name := range []string{bucketOf(c), globally} {
		if name == globally && c.route == RouteCallback {
			continue
		}
		if shut, ok := s.limits.closed[name]; ok && now.After(shut.from) && now.Before(shut.to) {
			s.violate("ratelimit", "%s came %v before the time that a 429 had named", c.route, shut.to.Sub(now).Round(time.Millisecond))
		}
	}
}

func setLimit(w http.ResponseWriter, name string, n, left int, after time.Duration) {
	h := w.Header()
	h.Set("X-RateLimit-Bucket", name)
	h.Set("X-RateLimit-Limit", strconv.Itoa(n))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(left))
	h.Set("X-RateLimit-Reset-After", strconv.FormatFloat(after.Seconds(), 'f', 3, 64))
	h.Set("X-RateLimit-Reset", strconv.FormatFloat(float64(time.Now().Add(after).UnixMilli())/1000, 'f', 3, 64))
}

// tooMany is the answer 429: whole seconds in Retry-After, exact ones in the
// body; s.mu is held.
func (s *Server) tooMany(w http.ResponseWriter, c *call, after time.Duration, scope string) *apiError {
	name := bucketOf(c)
	if scope == globally {
		name = globally
		w.Header().Set("X-RateLimit-Global", "true")
	}
	if s.limits.closed == nil {
		s.limits.closed = map[string]span{}
	}
	now := time.Now()
	s.limits.closed[name] = span{now.Add(underWay), now.Add(after)}
	w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(after.Seconds()))))
	w.Header().Set("X-RateLimit-Scope", scope)
	e := fail(429, 0, "You are being rate limited.")
	e.more = object{"retry_after": after.Seconds(), "global": scope == globally}
	return e
}
