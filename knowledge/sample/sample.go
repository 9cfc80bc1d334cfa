// Package sample is the article that is embedded in the program, for whoever
// has added none yet.
package sample

import (
	"sync"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

// Article is the sample.
var Article = sync.OnceValue(func() *knowledge.Article {
	r, err := ingest.Text([]byte("Exemple"), "")
	if err != nil {
		return &knowledge.Article{ID: "exemple", Title: "Exemple", Language: "fr"}
	}
	return r.Article
})
