// Package sample is the article that is embedded in the program, for whoever
// has added none yet.
package sample

import (
	_ "embed"
	"sync"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

// dispatch is written for this program. What real people said stands in it as
// indirect speech alone.
//
//go:embed dispatch.txt
var dispatch []byte

// Article is the sample: a French dispatch of October 2024 with a title, a
// caption, two headings and some thirty sentences.
var Article = sync.OnceValue(func() *knowledge.Article {
	r, err := ingest.Text(dispatch, "")
	if err != nil {
		panic("sample: " + err.Error()) // the embedded text does not change at run time; a test reads it
	}
	return r.Article
})
