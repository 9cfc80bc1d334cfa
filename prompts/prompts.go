// Package prompts holds the words that are said to a language model: templates
// and JSON schemas, as files beside this one.
package prompts

import (
	"embed"
	"encoding/json"
)

//go:embed *.json
var files embed.FS

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
