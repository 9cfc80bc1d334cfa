package bot

import (
	"slices"
	"strings"
	"time"

	"verbatim/knowledge"
)

// Mode tells how an answer was made.
type Mode string

// The modes.
const (
	ModeExtractive Mode = "extractive"
	ModeLLM        Mode = "llm"
)

// Rejected is a claim that was kept from the reader, and why.
type Rejected struct {
	Text   string `json:"text"`
	Reason string `json:"reason"` // in English; ReasonIn has it in French too

	french string
}

// ReasonIn is the reason for a reader of a language.
func (r *Rejected) ReasonIn(language string) string {
	if language == "fr" && r.french != "" {
		return r.french
	}
	return r.Reason
}

// Answer is what [Bot.Ask] and [Bot.Summarize] give. Every claim cites at
// least one of Citations; an answer that was not found has neither, and
// Closest names the sentences that came nearest.
type Answer struct {
	Question  string
	Language  string // "fr" or "en": of the question, and of the answer's own words
	Mode      Mode
	Model     string // the model's name where Mode is ModeLLM, else ""
	Answered  bool
	Lead      string // extractive answers, refusals: the line above the sentences; else ""
	Text      string // Markdown, whole: the claims with their [1] marks, or the lead and the sentences as block quotes
	Claims    []knowledge.Claim
	Citations []knowledge.Citation // Claim.Citations are positions in it, from 1
	Closest   []knowledge.Citation
	Rejected  []Rejected
	Differ    string   // one sentence with marks, where articles give different values; else "". Text has it too
	Absent    []string // names, figures and dates of the question that no article seen has
	Sample    bool     // answered from the embedded sample, since no article was added
	Warning   string   // one sentence, in Language; "" where all went well
	Usage     Usage
	Elapsed   time.Duration
}

// Translated is one row of a translation.
type Translated struct {
	Sentence knowledge.Sentence
	Text     string // "" where no translation passed the checks
	Warning  string // why, in English
}

// Translation is an article, sentence by sentence: one row for each of its
// sentences, of every kind, in order.
type Translation struct {
	Article *knowledge.Article
	To      string
	Model   string
	Rows    []Translated
	Warning string // in English; WarningIn has it in French too
	Usage   Usage

	warning Text // as Warning
}

// WarningIn is the warning for a reader of a language.
func (t *Translation) WarningIn(language string) string {
	if t.Warning != "" && t.Warning == t.warning.English {
		return t.warning.In(language)
	}
	return t.Warning
}

// Translated tells whether any row has a translation.
func (t *Translation) Translated() bool {
	return slices.ContainsFunc(t.Rows, func(r Translated) bool { return r.Text != "" })
}

// Made says that a machine translated, which one, and what counts.
func (t *Translation) Made(language string) string {
	by := ""
	if t.Model != "" {
		by = Text{French: " par " + t.Model, English: " by " + t.Model}.In(language)
	}
	return Text{
		French:  "traduction automatique" + by + ", contrôlée automatiquement ; l'original fait foi",
		English: "machine translation" + by + ", checked automatically; the original is what counts",
	}.In(language)
}

// warn says what went wrong in place of what was said before.
func (t *Translation) warn(text Text) { t.Warning, t.warning = text.English, text }

// Why says why a row has no translation, for a reader of a language.
func (r *Translated) Why(language string) string {
	why := strings.TrimPrefix(strings.TrimPrefix(r.Warning, "no translation: "), "not translated: ")
	if language == "fr" && why != "" {
		return inFrench(why)
	}
	return why
}

// Stage says what is being done for an answer.
type Stage struct {
	Name  StageName
	Done  int // of Total, where that is known
	Total int // 0: not known
	// Claims, where there are any, are those of the answer that are proved so
	// far, unless the model fails before its end: an answer begins with them; the
	// points of a summary may yet come in another order, and make room for others.
	Claims []knowledge.Claim
	// Rows, where there are any, are the first ones of a translation, as far as
	// they are translated.
	Rows []Translated
}

// StageName is a step on the way to an answer.
type StageName string

// The stages, in order.
const (
	StageReading     StageName = "reading"
	StageWriting     StageName = "writing"     // Done claims are begun, or with a Total that many parts of a long article written
	StageChecking    StageName = "checking"    // Total claims
	StageTranslating StageName = "translating" // Done of Total sentences
)
