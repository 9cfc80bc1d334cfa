package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/proof"
)

// The bounds on what is read of a model's answer.
const (
	maxClaims     = 12
	maxClaimRunes = 600
	maxCitations  = 6 // of one claim
)

// grounded is what a model answers, grounded_answer and grounded_summary.
type grounded struct {
	Answered bool
	Claims   []rawClaim
}

type rawClaim struct {
	Text      string
	Citations []rawCitation

	unreadable bool
}

type rawCitation struct {
	Sentence int    `json:"sentence"`
	Quote    string `json:"quote"`

	unreadable string // what stood in its place
}

var errUnreadable = errors.New("the model's answer is not the JSON that was asked for")

// readGrounded reads a model's answer, each claim by itself: one that cannot be
// read does not take the others with it.
func readGrounded(text string) (grounded, error) {
	var whole struct {
		Answered *bool              `json:"answered"`
		Claims   *[]json.RawMessage `json:"claims"`
	}
	if json.Unmarshal([]byte(text), &whole) != nil || whole.Answered == nil || whole.Claims == nil {
		return grounded{}, errUnreadable
	}
	g := grounded{Answered: *whole.Answered}
	seen := map[string]bool{}
	for _, raw := range *whole.Claims {
		c := readClaim(raw)
		if key := strings.ToLower(tidy(c.Text)); !seen[key] && len(g.Claims) < maxClaims {
			seen[key] = true // said twice is said once
			g.Claims = append(g.Claims, c)
		}
	}
	return g, nil
}

func readClaim(raw json.RawMessage) rawClaim {
	var c struct {
		Text      *string           `json:"text"`
		Citations []json.RawMessage `json:"citations"`
	}
	if json.Unmarshal(raw, &c) != nil || c.Text == nil {
		return rawClaim{Text: short(string(raw), 200), unreadable: true}
	}
	claim := rawClaim{Text: *c.Text}
	for _, r := range c.Citations {
		var one rawCitation
		if json.Unmarshal(r, &one) != nil {
			one = rawCitation{unreadable: short(string(r), 100)}
		}
		claim.Citations = append(claim.Citations, one)
	}
	return claim
}

// candidate is a claim of a model on its way to the reader.
type candidate struct {
	raw       rawClaim
	citations []knowledge.Citation
	proof     knowledge.Proof
	reason    string // why it was rejected; "" while it stands
	french    string // the same, where it is not worded as [inFrench] words it
	undecided bool
}

// check reads one claim against what it cites: the sentence is known, the quote
// stands in it, and code finds nothing that is otherwise.
func (ls lines) check(raw rawClaim) candidate {
	c := candidate{raw: raw}
	c.raw.Text = tidy(raw.Text)
	if raw.unreadable || c.raw.Text == "" {
		c.reason = "claim: it is empty"
		if raw.unreadable {
			c.reason = "claim: it cannot be read"
		}
		return c
	}
	if utf8.RuneCountInString(c.raw.Text) > maxClaimRunes {
		c.raw.Text, c.reason = string([]rune(c.raw.Text)[:maxClaimRunes])+"…", "claim: it is too long"
		return c
	}
	if len(raw.Citations) == 0 {
		c.reason = "citation: the claim cites no sentence"
		return c
	}
	cited := map[int]bool{}
	var evidence proof.Evidence
	for _, rc := range raw.Citations[:min(len(raw.Citations), maxCitations)] {
		if rc.unreadable != "" {
			c.reason = "citation: " + oneLine(rc.unreadable) + " names no sentence"
			return c
		}
		l, ok := ls.at(rc.Sentence)
		if !ok {
			c.reason = fmt.Sprintf("citation: there is no sentence %d", rc.Sentence)
			return c
		}
		quote, ok := proof.Quote(l.article, l.sentence.Number, rc.Quote)
		if !ok {
			c.reason = ls.misquoted(rc)
			return c
		}
		c.citations = append(c.citations, knowledge.Citation{Article: l.article, Sentence: l.sentence.Number, Quote: quote})
		if !cited[rc.Sentence] {
			cited[rc.Sentence] = true
			l.testify(&evidence)
		}
	}
	if reason := foreign(c.raw.Text, evidence.Sentences); reason != "" {
		c.reason = reason
		return c
	}
	switch f := proof.Claim(c.raw.Text, evidence); f.Verdict {
	case proof.Proved:
		c.proof = knowledge.ProofCode
	case proof.Refuted:
		c.reason, c.french = strings.Join(f.Reasons, "; "), strings.Join(f.Lines(true), "\u202f; ")
	default:
		c.undecided = true
	}
	return c
}

// misquoted says where a quote stands, if it stands anywhere.
func (ls lines) misquoted(rc rawCitation) string {
	if strings.TrimSpace(rc.Quote) == "" {
		return fmt.Sprintf("quote: none is given of sentence %d", rc.Sentence)
	}
	for i, l := range ls {
		if _, ok := proof.Quote(l.article, l.sentence.Number, rc.Quote); ok {
			return fmt.Sprintf("quote: stands in sentence %d, not in %d", i+1, rc.Sentence)
		}
	}
	return "quote: stands nowhere"
}

// testify adds a sentence and those beside it to what a claim is held against.
func (l line) testify(e *proof.Evidence) {
	before := l.beside(-2, -1)
	e.Sentences = append(e.Sentences, l.article.Cut(l.sentence.Span))
	e.Context = append(append(e.Context, before...), l.beside(1, 1)...)
	if e.Before == nil {
		e.Before = before
	}
	e.Date = l.article.Date
}

// beside are the sentences from so many after a cited one to so many, which may
// complete a name or a speaker.
func (l line) beside(from, to int) []string {
	var out []string
	for n := l.sentence.Number + from; n <= l.sentence.Number+to; n++ {
		if s, ok := l.article.Sentence(n); ok {
			out = append(out, l.article.Cut(s.Span))
		}
	}
	return out
}

var (
	escapes = regexp.MustCompile("\x1b\\[[0-9;?]*[ -/]*[@-~]")
	marks   = regexp.MustCompile(`\s*\[\d{1,4}\]`)
	pings   = regexp.MustCompile(`@(everyone|here)\b|<[@#:/][^>]{0,60}>`)
	links   = regexp.MustCompile(`(?i)\b(https?://|www\.)\S+|\bdiscord\.gg/\S+`)
	fences  = strings.NewReplacer("```", "", "**", "", "__", "")
)

// tidy takes off what a model was asked not to write: marks, Markdown, lines.
func tidy(text string) string {
	text = escapes.ReplaceAllString(strings.ToValidUTF8(text, ""), "")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
	text = fences.Replace(marks.ReplaceAllString(text, ""))
	return strings.Trim(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }), " "), "-• ")
}

// foreign names a link or a ping that the cited sentences do not have.
func foreign(text string, sentences []string) string {
	all := strings.Join(sentences, "\n")
	for kind, pattern := range map[string]*regexp.Regexp{"mention": pings, "link": links} {
		for _, found := range pattern.FindAllString(text, -1) {
			if !strings.Contains(all, found) {
				return kind + ": stands in no cited sentence"
			}
		}
	}
	return ""
}
