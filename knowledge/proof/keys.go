package proof

import (
	"strings"

	"verbatim/knowledge/lexicon"
	"verbatim/knowledge/lexicon/form"
)

// keys gives each word what it may be matched by in its own language.
func (r *reading) keys() {
	for i := range r.words {
		w := &r.words[i]
		if w.light && !w.name {
			continue
		}
		if w.stem != "" {
			prefix := "f:"
			if r.english {
				prefix = "e:"
			}
			w.keys = append(w.keys, prefix+w.stem)
			if !r.english {
				w.keys = append(w.keys, "w:"+bare(w.fold))
				if w.base = r.base(i); w.base != "" {
					w.keys = append(w.keys, "f:"+frenchStems.get(w.base))
				}
			}
		}
		if w.name {
			w.keys = append(w.keys, "n:"+w.fold)
			if s := skeleton(w.fold); len(w.fold) > 3 && len(s) > 2 {
				w.keys = append(w.keys, "s:"+s, "s:"+form.Sound(w.fold))
			}
		}
	}
	r.countries()
	r.aliases()
}

// lightKeys lets the longer light words of a sentence be matched too: « raison »
// is light in « en raison de » alone.
func (r *reading) lightKeys() {
	for i := range r.words {
		w := &r.words[i]
		if w.light && !w.name && !w.figure && len(w.fold) > 3 {
			if s := frenchStems.get(r.raw(w)); s != "" {
				w.keys = append(w.keys, "f:"+s)
			}
		}
	}
}

// countries gives words that mean a country, its people or what is theirs the key of the country.
func (r *reading) countries() {
	for i := 0; i < len(r.words); {
		n := r.countryAt(i)
		i += max(n, 1)
	}
}

func (r *reading) countryAt(i int) int {
	w := &r.words[i]
	if w.light && !w.name || w.figure || !r.english && !w.name && !w.opening && !demonym(w.fold) {
		return 0
	}
	longest := 1
	for k := i + 1; k < len(r.words) && k < i+6; k++ {
		between := r.text[r.words[k-1].end:r.words[k].start]
		if between != " " && between != "-" && between != "'" && between != "’" && between != "\u00a0" && between != "‑" {
			break
		}
		if r.words[k].name && w.name || between == "-" {
			longest = k - i + 1
		}
	}
	for n := longest; n >= 1; n-- {
		last := &r.words[i+n-1]
		if n > 1 && last.light && !last.name {
			continue
		}
		if r.english && n == 1 && !w.name && !w.opening {
			return 0
		}
		code, ok := r.country(w.start, last.end)
		if !ok {
			continue
		}
		for k := i; k < i+n; k++ {
			r.words[k].keys = append(r.words[k].keys, "@"+code)
			if n > 1 {
				r.words[k].keys = r.words[k].keys[len(r.words[k].keys)-1:] // « Corée » alone is another
			}
		}
		return n
	}
	return 0
}

// demonym tells whether a folded French word in small letters may mean a
// people, by its ending.
func demonym(fold string) bool {
	fold = strings.TrimSuffix(fold, "s")
	if len(fold) < 4 {
		return false
	}
	switch fold[len(fold)-3:] {
	case "ise", "ien", "nne", "ain", "ine", "een", "ole", "nol", "and", "nde", "sse", "lge", "urc", "que", "rec", "abe", "rbe", "ate", "rde", "rse", "ari",
		"ati", "han", "ane", "ton", "pin", "rin", "lon", "che", "lan", "nen", "oud", "ord", "sud", "hai", "kmer", "emi", "ani":
		return true
	}
	return strings.HasSuffix(fold, "ai") || strings.HasSuffix(fold, "oi") || fold == "nord" || fold == "sud"
}

// country is the code of the country that a stretch of the text means.
func (r *reading) country(start, end int) (string, bool) {
	text := r.text[start:end]
	code, ok := lexicon.Country(text)
	if !ok && !r.english { // « polonaise », « françaises »
		if base := strings.TrimSuffix(strings.TrimSuffix(text, "s"), "e"); strings.HasSuffix(base, "ais") || strings.HasSuffix(base, "ois") {
			return lexicon.Country(base)
		}
	}
	return code, ok
}

// translate gives the words of the claim what they may be matched by in the
// other language.
func (p *pair) translate() {
	for _, t := range p.claim.terms(p.claim.lower()) {
		p.addTerm(p.claim, t, p.claim.english)
		if t.Count > 1 {
			p.joined = append(p.joined, span{t.First, t.First + t.Count})
		}
	}
}

// translateParts does the same for the words of phrases one by one, where the
// phrase as a whole was not found.
func (p *pair) translateParts() {
	lower := p.claim.lower()
	for _, phrase := range p.joined {
		for k := phrase.start; k < phrase.end; k++ {
			if p.claim.words[k].light || p.claim.words[k].to >= 0 {
				continue
			}
			for _, t := range p.claim.terms(lower[k : k+1]) {
				t.First = k
				p.addTerm(p.claim, t, p.claim.english)
			}
		}
	}
}

func (r *reading) terms(words []string) []lexicon.Term {
	if r.english {
		return lexicon.ToFrench(words)
	}
	return lexicon.ToEnglish(words)
}

// beginnings are the first two bytes of the sentence's words and stems; a
// French word that begins otherwise need not be looked at.
type beginnings map[[2]byte]bool

func (r *reading) beginnings() beginnings {
	out := make(beginnings, len(r.words))
	for i := range r.words {
		for _, s := range [2]string{r.words[i].fold, r.words[i].stem} {
			if len(s) > 1 {
				out[[2]byte{s[0], s[1]}] = true
			}
		}
	}
	return out
}

func (b beginnings) has(fold string) bool {
	return len(fold) < 2 || b[[2]byte{fold[0], fold[1]}]
}

// translateBack gives the words of the sentence that nothing stands for yet
// their English.
func (p *pair) translateBack(used []bool) {
	for _, t := range lexicon.ToEnglish(p.sentence.lower()) {
		if t.Count > 1 || !used[t.First] && !p.sentence.words[t.First].light {
			p.addTerm(p.sentence, t, false)
		} else if len(t.Equivalents) > 0 && !t.Guessed {
			p.sentence.words[t.First].known = true
		}
	}
}

// bare is a folded French word without the endings of the plural, the feminine
// and verbs in -re.
func bare(fold string) string {
	if len(fold) < 4 {
		return fold
	}
	if base, ok := strings.CutSuffix(fold, "re"); ok && len(base) > 3 {
		return base
	}
	fold = strings.TrimRight(fold, "sx")
	return strings.TrimSuffix(fold, "e")
}

// lower are the words in lower case, or their infinitives: read them only.
func (r *reading) lower() []string {
	if r.lowered != nil {
		return r.lowered
	}
	r.lowered = make([]string, len(r.words))
	for i := range r.words {
		if r.lowered[i] = r.words[i].base; r.lowered[i] == "" {
			r.lowered[i] = strings.ToLower(r.raw(&r.words[i]))
		}
	}
	return r.lowered
}

// least is how sure an equivalent must be to count.
const least = 0.25

func (p *pair) addTerm(r *reading, t lexicon.Term, toFrench bool) {
	found := term{first: t.First, count: t.Count}
	for _, e := range t.Equivalents {
		if e.Sure < least {
			continue
		}
		var keys []string
		if toFrench {
			keys = p.frenchKeys(e.Text)
		} else {
			for _, part := range englishPieces.get(e.Text) {
				if !lightEnglish[part] {
					keys = append(keys, "e:"+englishStems.get(part))
				}
			}
		}
		switch {
		case len(keys) == 1 || len(keys) == 2 && keys[1][0] == 'w':
			for k := t.First; k < t.First+t.Count; k++ {
				if w := &r.words[k]; !w.light || w.name {
					w.keys = append(w.keys, keys...)
				}
			}
		case len(keys) > 1:
			found.phrases = append(found.phrases, keys)
		}
	}
	if len(t.Equivalents) > 0 && !t.Guessed {
		for k := t.First; k < t.First+t.Count; k++ {
			r.words[k].known = true
		}
	}
	if r == p.claim && len(found.phrases) > 0 {
		p.terms = append(p.terms, found)
	}
}

// frenchKeys are the keys of a French word or phrase, none where one of its
// words cannot stand in the sentence. A single word has its bare form as a
// second key.
func (p *pair) frenchKeys(text string) []string {
	var keys []string
	for _, part := range frenchPieces.get(text) {
		fold := form.Fold(part)
		if lightFrench[fold] && len(fold) < 4 || small[fold] {
			continue
		}
		if !p.begins.has(fold) {
			return nil
		}
		if s := frenchStems.get(part); s != "" {
			keys = append(keys, "f:"+s)
		}
	}
	if len(keys) == 1 && !strings.Contains(text, " ") {
		keys = append(keys, "w:"+bare(form.Fold(text)))
	}
	return keys
}

// small are the light French words of four letters and more that a phrase is
// matched without.
var small = set("dans pour avec sans sous entre vers chez contre leur leurs etre avoir faire plus moins tout toute tous toutes cette elle elles nous vous")
