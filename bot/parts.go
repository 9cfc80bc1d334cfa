package bot

import (
	"fmt"
	"slices"

	"verbatim/knowledge"
)

// part is a run of an article's sentences that fits a prompt.
type part struct {
	lines
	points  []candidate
	written bool // by the model; else what it says is quoted
}

// first and last are the numbers of its first and last sentence.
func (p *part) first() int { return p.lines[0].sentence.Number }
func (p *part) last() int  { return p.lines[len(p.lines)-1].sentence.Number }

// partsOf cuts sentences into runs that fit a prompt.
func partsOf(all lines) []part {
	var parts []part
	begin, size := 0, 0
	for i, l := range all {
		tokens := EstimateTokens(l.article.Cut(l.sentence.Span))
		if size > 0 && size+tokens > wholeArticle {
			parts = append(parts, part{lines: all[begin:i]})
			begin, size = i, 0
		}
		size += tokens
	}
	return append(parts, part{lines: all[begin:]})
}

// unspoken are the parts that no point cites.
func unspoken(parts []part, all []candidate) []int {
	var out []int
	for i := range parts {
		p := &parts[i]
		of := func(c knowledge.Citation) bool { return p.first() <= c.Sentence && c.Sentence <= p.last() }
		if !slices.ContainsFunc(all, func(c candidate) bool { return slices.ContainsFunc(c.citations, of) }) {
			out = append(out, i)
		}
	}
	return out
}

// where names parts by their sentences: « phrases 120 à 180 ».
func where(parts []part, which []int) Text {
	var fr, en []string
	for _, i := range which {
		fr = append(fr, fmt.Sprintf("%d à %d", parts[i].first(), parts[i].last()))
		en = append(en, fmt.Sprintf("%d to %d", parts[i].first(), parts[i].last()))
	}
	return Text{French: "phrases " + list(fr, " et "), English: "sentences " + list(en, " and ")}
}

// warnQuoted says which parts stand in the article's own words.
func warnQuoted(parts []part, which []int) Text {
	at := where(parts, which)
	return Text{
		French:  "Le modèle n'a rien donné de prouvé sur une partie de l'article (" + at.French + ") : elle est citée telle quelle.",
		English: "The model gave nothing proved about a part of the article (" + at.English + "): it is quoted word for word.",
	}
}

// warnUnspoken says which parts have no point.
func warnUnspoken(parts []part, which []int) Text {
	at := where(parts, which)
	return Text{
		French:  "L'article est long : ce résumé ne dit rien d'une partie (" + at.French + ").",
		English: "The article is long: this summary says nothing of a part of it (" + at.English + ").",
	}
}
