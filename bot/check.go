package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"verbatim/knowledge"
	"verbatim/knowledge/proof"
)

// CheckVerdict is what an article says of a claim.
type CheckVerdict string

// The verdicts. Contradicted needs a sentence that gives another figure, name,
// speaker or date, or a denial.
const (
	Supported    CheckVerdict = "supported"
	Contradicted CheckVerdict = "contradicted"
	NotStated    CheckVerdict = "not stated"
)

// CheckRequest asks whether the articles say something.
type CheckRequest struct {
	Claim    string
	Owner    Owner
	Asker    Owner
	Article  string // "" is all that are seen
	Locale   string // language of the frame where the claim does not tell
	Progress func(Stage)
}

// Checked is what came of it.
type Checked struct {
	Claim     string
	Language  string // "fr" or "en"
	Verdict   CheckVerdict
	Speaker   string   // who says it, in the article's words, where the article only reports it
	Reasons   []string // what was compared, in English; ReasonsIn has them in French too
	Citations []knowledge.Citation
	Mode      Mode
	Model     string
	Sample    bool
	Warning   string
	Usage     Usage
	Elapsed   time.Duration

	french []string // as Reasons
}

// ReasonsIn are the reasons for a reader of a language.
func (c *Checked) ReasonsIn(language string) []string {
	if language == "fr" && len(c.french) == len(c.Reasons) {
		return c.french
	}
	return c.Reasons
}

// compared is how many of the nearest sentences a claim is held against.
const compared = 10

// Check tells whether the articles say what a claim says. Code decides; where
// it cannot, a model looks, if there is one. The error is a *[UserError] or the
// context's.
func (b *Bot) Check(ctx context.Context, r CheckRequest) (Checked, error) {
	start := b.Now()
	text, err := checkQuestion(r.Claim)
	if err != nil {
		return Checked{}, err
	}
	shelf := b.Library.Seen(r.Owner)
	if r.Article != "" {
		a, err := shelf.Find(r.Article)
		if err != nil {
			return Checked{}, err
		}
		r.Article = a.ID
	}
	q := Question{Text: text, Owner: r.Owner, Asker: r.Asker, Locale: r.Locale, Progress: r.Progress}
	c := Checked{Claim: text, Language: questionLanguage(text, q), Mode: ModeExtractive, Verdict: NotStated, Reasons: []string{}, Sample: shelf.Sample}
	q.report(Stage{Name: StageReading})
	found := b.hold(text, shelf, r.Article)
	if !c.decide(found) && b.Model != nil {
		q.report(Stage{Name: StageChecking, Total: 1})
		b.lookAgain(ctx, &c, q, found)
	}
	if err := ctx.Err(); err != nil {
		return Checked{}, err
	}
	c.Elapsed = b.Now().Sub(start)
	return c, nil
}

// held is a sentence that a claim was held against.
type held struct {
	line
	finding proof.Finding
	speaker string // who says it, where that is all that the claim leaves out
}

// hold holds a claim against the sentences nearest to it, best first.
func (b *Bot) hold(claim string, shelf *Shelf, article string) []held {
	var out []held
	for _, hit := range shelf.Search(claim, article, compared).Hits {
		s, ok := hit.Article.Sentence(hit.Sentence)
		if !ok || hit.Repeats || s.Kind == knowledge.KindByline {
			continue
		}
		l := line{hit.Article, s}
		var e proof.Evidence
		l.testify(&e)
		h := held{line: l}
		h.speaker, h.finding = attributed(proof.Claim(claim, e))
		out = append(out, h)
	}
	return out
}

// attributed takes from a finding that the sentence only reports what the claim
// says outright: whoever checks a claim is told who says it.
func attributed(f proof.Finding) (string, proof.Finding) {
	speaker := ""
	rest := proof.Finding{Verdict: proof.Proved}
	for _, c := range f.Checks {
		if c.Kind == "speaker" && c.Claim == "" {
			speaker = c.Sentence
			continue
		}
		rest.Checks = append(rest.Checks, c)
		switch {
		case c.Verdict == proof.Refuted:
			rest.Verdict = proof.Refuted
		case c.Verdict == proof.Undecided && rest.Verdict == proof.Proved:
			rest.Verdict = proof.Undecided
		}
	}
	if speaker == "" {
		return "", f
	}
	rest.Reasons = rest.Lines(false)
	return speaker, rest
}

// decide fills in the verdict where code can tell it.
func (c *Checked) decide(found []held) bool {
	for _, h := range found {
		if h.finding.Verdict == proof.Proved {
			c.Verdict, c.Speaker = Supported, h.speaker
			c.cite(h)
			return true
		}
	}
	for _, h := range found[:min(3, len(found))] {
		if otherwise(h.finding) {
			c.Verdict, c.Reasons, c.french = Contradicted, h.finding.Reasons, h.finding.Lines(true)
			c.cite(h)
			return true
		}
	}
	for _, h := range found[:min(maxClosest, len(found))] {
		c.cite(h)
	}
	if len(found) > 0 && found[0].finding.Reasons != nil {
		c.Reasons, c.french = found[0].finding.Reasons, found[0].finding.Lines(true)
	}
	return false
}

func (c *Checked) cite(h held) {
	c.Citations = append(c.Citations, knowledge.Citation{Article: h.article, Sentence: h.sentence.Number, Quote: h.sentence.Span})
}

// values are the kinds of check in which a sentence gives another value.
var values = []string{"figure", "unit", "bound", "date", "name", "speaker", "negation", "opposite"}

// otherwise tells whether a sentence speaks of what the claim speaks of and
// gives another value: all else is accounted for but for one word.
func otherwise(f proof.Finding) bool {
	other := false
	for _, c := range f.Checks {
		switch {
		case c.Verdict == proof.Proved:
		case c.Verdict == proof.Refuted && slices.Contains(values, c.Kind) && (c.Sentence != "" || c.Kind == "negation"):
			other = true
		case c.Kind == "words" && c.Verdict == proof.Undecided && strings.Count(c.Reason, "“") <= 1:
		default:
			return false
		}
	}
	return other
}

// lookAgain has a model judge a claim that code could not decide against the
// nearest sentences that do not speak against it.
func (b *Bot) lookAgain(ctx context.Context, c *Checked, q Question, found []held) {
	open := candidate{raw: rawClaim{Text: c.Claim}}
	speakers := map[string]bool{} // of the sentences that are looked at
	for _, h := range found {
		if h.finding.Verdict == proof.Undecided && len(open.citations) < maxCited {
			open.citations = append(open.citations, knowledge.Citation{Article: h.article, Sentence: h.sentence.Number, Quote: h.sentence.Span})
			open.raw.Citations = append(open.raw.Citations, rawCitation{Sentence: len(open.citations)})
			speakers[h.speaker] = true
		}
	}
	if len(open.citations) == 0 || !b.Config.SecondLook {
		return
	}
	a := Answer{Language: c.Language}
	w := &writer{bot: b, asker: q.payer(), answer: &a}
	if !w.afford(ctx) {
		c.Warning = a.Warning
		return
	}
	ctx, cancel := context.WithTimeout(ctx, b.Config.ModelTimeout)
	defer cancel()
	judged, err := w.judge(ctx, []*candidate{&open})
	c.Usage = a.Usage
	if err != nil {
		b.Log.Warn("the second look could not be read", "error", err)
		c.Warning = warnNoSecondLook.In(c.Language)
		return
	}
	c.Mode, c.Model = ModeLLM, b.Model.Name()
	if reason, ok := judged[1]; ok && reason == "" {
		c.Verdict, c.Reasons, c.Citations = Supported, []string{}, open.citations
		if len(speakers) == 1 {
			for c.Speaker = range speakers {
			}
		}
	} else if ok {
		c.Reasons, c.french = []string{reason}, []string{inFrench(reason)}
	}
}

// Made says how the verdict was found, for its last line.
func (c *Checked) Made() string {
	if c.Mode == ModeLLM {
		return Text{French: "comparé par " + c.Model, English: "compared by " + c.Model}.In(c.Language)
	}
	return Text{French: "comparé automatiquement", English: "compared automatically"}.In(c.Language)
}

// Lead is the line above the sentences.
func (c *Checked) Lead() string {
	fr := c.Language == "fr"
	switch {
	case c.Verdict == Supported && c.Speaker != "" && fr:
		return typeset("L'article le rapporte, selon " + brief(c.Speaker) + " :")
	case c.Verdict == Supported && c.Speaker != "":
		return "The article reports it, according to " + brief(c.Speaker) + ":"
	case c.Verdict == Supported:
		return Text{French: "L'article le rapporte :", English: "The article reports it:"}.In(c.Language)
	case c.Verdict == Contradicted:
		return Text{French: "L'article dit autre chose :", English: "The article says otherwise:"}.In(c.Language)
	default:
		return Text{
			French:  "L'article ne le dit pas. Les phrases les plus proches :",
			English: "The article does not say so. The closest sentences:",
		}.In(c.Language)
	}
}
