// Package prompts holds the words that are said to a language model: templates
// and JSON schemas, as files beside this one.
package prompts

import (
	"embed"
	"encoding/json"
	"strings"
	"text/template"
)

//go:embed *.json *.txt
var files embed.FS

var templates = template.Must(template.ParseFS(files, "*.txt"))

// Schema is the JSON schema that an answer must fit, strict.
type Schema struct {
	Name string // as it is sent: "grounded_answer"
	JSON json.RawMessage
}

// The shapes that a model answers in.
var (
	GroundedAnswer    = schema("grounded_answer")
	GroundedSummary   = schema("grounded_summary")
	Translation       = schema("translation")
	Verdicts          = schema("verdicts")
	RewrittenQuestion = schema("rewritten_question")
)

func schema(name string) Schema {
	b, err := files.ReadFile(name + ".json")
	if err != nil {
		panic(err) // embedded: cannot happen in a program that was built
	}
	return Schema{Name: name, JSON: b}
}

// Version names the wording of the prompts whose results are stored: raise it
// when a change of words should make stored results stale.
const Version = "1"

// Answer is what is said before an article's sentences and a question.
// language is an English name ("French").
func Answer(language string) string {
	return fill("answer.txt", map[string]any{"Language": language})
}

// SummaryOf describes a summary that is asked for. Part and Parts are 0 where
// the whole article is in one prompt.
type SummaryOf struct {
	Language    string
	Points      int
	Part, Parts int
}

// Summary is what is said before an article's sentences.
func Summary(of SummaryOf) string { return fill("summary.txt", of) }

// Translate is what is said before the sentences to translate. Each entry of
// the glossary is one line, "Moscou: Moscow".
func Translate(language string, glossary []string) string {
	return fill("translation.txt", map[string]any{"Language": language, "Glossary": glossary})
}

// SecondLook is what is said before claims and the sentences that they cite.
func SecondLook() string { return fill("verdicts.txt", nil) }

// Rewrite is what is said before a conversation and a follow-up question.
func Rewrite(language string) string {
	return fill("rewrite.txt", map[string]any{"Language": language})
}

func fill(name string, data any) string {
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		panic(err) // the templates are embedded and every caller is above
	}
	return strings.TrimSpace(b.String())
}
