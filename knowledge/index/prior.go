package index

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed priors.txt
var priorTable string

// priors has the share of the sentences of French prose that have a stem, for
// the stems that are common: the counts are of encyclopedia articles (train).
var priors = func() map[string]float32 {
	m := make(map[string]float32, 4096)
	for line := range strings.Lines(priorTable) {
		stem, n, ok := strings.Cut(strings.TrimSpace(line), " ")
		if v, err := strconv.Atoi(n); ok && err == nil {
			m[stem] = float32(v) / 10000
		}
	}
	return m
}()

// prior is the share of the sentences of French prose that have a stem.
func prior(stem string) float32 { return priors[stem] }
