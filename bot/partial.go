package bot

import (
	"encoding/json"
	"strings"

	"verbatim/knowledge"
)

// partial follows an answer while a model writes it: it counts the claims and
// reports those that code has proved as each is complete. What was reported is
// never taken back: after a retry claims are reported again once there are more
// of them.
type partial struct {
	report func(Stage)
	check  func(rawClaim) candidate
	shown  func(standing []candidate) []knowledge.Claim // as the reader is to see them
	// waits tells that nothing behind an undecided claim is reported: a second
	// look may yet put that before it.
	waits bool

	scan     claimScanner
	begun    int
	standing []candidate
	stuck    bool // behind an undecided claim
	seen     map[string]bool
	reported int // claims
}

// stream takes a piece of the answer, as [Call.Stream] does.
func (p *partial) stream(piece string, reset bool) {
	if reset {
		p.scan, p.begun, p.standing, p.stuck, p.seen = claimScanner{}, 0, nil, false, nil
	}
	complete := p.scan.feed(piece)
	for _, raw := range complete {
		p.take(raw)
	}
	if p.scan.begun <= p.begun && len(p.standing) <= p.reported {
		return
	}
	p.begun = p.scan.begun
	st := Stage{Name: StageWriting, Done: p.begun}
	if len(p.standing) > p.reported {
		p.reported = len(p.standing)
		st.Claims = p.shown(p.standing)
	}
	p.report(st)
}

// take keeps a claim that is complete where code proves it.
func (p *partial) take(raw json.RawMessage) {
	if p.stuck || len(p.seen) >= maxClaims {
		return
	}
	c := p.check(readClaim(raw))
	key := strings.ToLower(c.raw.Text)
	if p.seen[key] {
		return
	}
	if p.seen == nil {
		p.seen = map[string]bool{}
	}
	p.seen[key] = true
	switch {
	case c.undecided:
		p.stuck = p.waits
	case c.reason == "":
		p.standing = append(p.standing, c)
	}
}

// claimsOf numbers the citations of claims as the whole answer will.
func claimsOf(standing []candidate) []knowledge.Claim {
	var a Answer
	a.assemble(standing, "")
	return a.Claims
}

// claimScanner finds the claims of an answer, which is one JSON object with an
// array "claims", as it comes in.
type claimScanner struct {
	begun int // claims that are being written or complete

	text    strings.Builder // until the array begins, then of the claim under way
	inArray bool
	done    bool // the array has ended, or the answer is "not answered"
	depth   int  // of braces and brackets within the array
	quoted  bool // inside a string
	escaped bool // behind a backslash in it
}

// feed takes a piece and returns the claims that it completes.
func (s *claimScanner) feed(piece string) (complete []json.RawMessage) {
	for i := 0; i < len(piece) && !s.done; i++ {
		b := piece[i]
		if !s.inArray {
			s.text.WriteByte(b)
			if b == '[' {
				s.open()
			}
			continue
		}
		if raw := s.next(b); raw != nil {
			complete = append(complete, raw)
		}
	}
	return complete
}

// open begins the array where what came so far ends with its key.
func (s *claimScanner) open() {
	head := strings.Join(strings.Fields(s.text.String()), "")
	switch {
	case !strings.HasSuffix(head, `"claims":[`):
	case strings.Contains(head, `"answered":false`):
		s.done = true
	default:
		s.inArray = true
		s.text.Reset()
	}
}

// next takes a byte within the array and returns the claim that it completes.
func (s *claimScanner) next(b byte) json.RawMessage {
	if s.depth > 0 {
		s.text.WriteByte(b)
	}
	switch {
	case s.escaped:
		s.escaped = false
	case s.quoted:
		s.escaped, s.quoted = b == '\\', b != '"'
	case b == '"':
		s.quoted = true
	case b == '{' || b == '[':
		if s.depth == 0 {
			s.begun++
			s.text.WriteByte(b)
		}
		s.depth++
	case b == '}' || b == ']':
		if s.depth == 0 {
			s.done = true
			return nil
		}
		if s.depth--; s.depth == 0 {
			raw := json.RawMessage(s.text.String())
			s.text.Reset()
			return raw
		}
	}
	return nil
}
