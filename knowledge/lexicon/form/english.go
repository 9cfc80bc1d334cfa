package form

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// EnglishWord is a word folded, without a possessive ending, in American
// spelling: the form under which single English words are kept.
func EnglishWord(word string) string {
	w := strings.TrimRight(Fold(word), ".")
	w = strings.TrimSuffix(w, "'s")
	w = strings.TrimSuffix(w, "'")
	return american(w)
}

// EnglishStem is the stem of a word: the form in which words of a phrase are
// compared, so that inflected phrases meet.
func EnglishStem(word string) string {
	w := EnglishWord(word)
	if base, ok := irregular[w]; ok && !heads[w] {
		w = base[0]
	}
	env := snowballstem.NewEnv(w)
	english.Stem(env)
	return env.Current()
}

// EnglishPhrase is the key of a phrase: the stems of its words, hyphens read
// as spaces. A phrase of one word has its [EnglishWord] as key.
func EnglishPhrase(phrase string) string {
	words := Split(phrase)
	if len(words) == 1 {
		return EnglishWord(words[0])
	}
	for i, w := range words {
		words[i] = EnglishStem(w)
	}
	return strings.Join(words, " ")
}

// Split cuts a phrase at spaces and hyphens.
func Split(phrase string) []string {
	return strings.FieldsFunc(Fold(phrase), func(r rune) bool { return r == ' ' || r == '-' })
}

// whole gives American spellings that no rule reaches.
var whole = pairs(`
aeroplane airplane|ageing aging|aluminium aluminum|anaesthetic anesthetic|analyse analyze|artefact artifact
axe ax|calibre caliber|catalogue catalog|catalyse catalyze|centre center|cheque check|cosy cozy|defence defense
dialogue dialog|diarrhoea diarrhea|disc disk|draught draft|encyclopaedia encyclopedia|enrol enroll|fibre fiber
foetus fetus|fulfil fulfill|grey gray|haemorrhage hemorrhage|instalment installment|jewellery jewelry
judgement judgment|kerb curb|kilometre kilometer|licence license|litre liter|lustre luster|manoeuvre maneuver
metre meter|mould mold|moustache mustache|offence offense|orthopaedic orthopedic|paediatric pediatric
paralyse paralyze|plough plow|practise practice|pretence pretense|programme program|pyjamas pajamas|sabre saber
sceptic skeptic|sceptical skeptical|scepticism skepticism|skilful skillful|sombre somber|spectre specter
storey story|sulphur sulfur|theatre theater|tonne ton|travelling traveling|travelled traveled|traveller traveler
tyre tire|whisky whiskey|yoghurt yogurt|archaeology archeology|archaeologist archeologist|mediaeval medieval
centimetre centimeter|millimetre millimeter|anaemia anemia|leukaemia leukemia|oesophagus esophagus|wilful willful
levelled leveled|labelled labeled|cancelled canceled|cancelling canceling|modelling modeling|fuelled fueled
signalled signaled|marvellous marvelous|counsellor counselor|councillor councilor|jeweller jeweler|woollen woolen
chilli chili|doughnut donut|omelette omelet|hiccough hiccup|furore furor|monologue monolog|prologue prolog|epilogue epilog
analogue analog`)

// ours are the words in -our whose American form has -or.
var ours = words(`armour ardour behaviour candour clamour colour endeavour favour favourite fervour flavour glamour
harbour honour honourable humour labour neighbour neighbourhood odour parlour rancour rigour rumour saviour savour
splendour tumour valour vapour vigour`)

// ises are words in -ise that stay so.
var ises = words(`advertise advise appraise apprise arise braise bruise chastise circumcise comprise compromise concise
cruise demise despise devise disguise enterprise excise exercise expertise franchise improvise incise likewise merchandise
noise otherwise paradise poise praise precise premise promise raise revise rise supervise surmise surprise televise
treatise turquoise wise imprecise reprise marquise malaise mayonnaise valise cerise tortoise porpoise clockwise elsewise`)

func american(w string) string {
	if to, ok := whole[w]; ok {
		return to
	}
	if len(w) < 5 {
		return w
	}
	for _, end := range [...]string{"isations", "isation", "ising", "ised", "ises", "iser", "isers", "ise"} {
		base, ok := strings.CutSuffix(w, end)
		if !ok {
			continue
		}
		if _, keep := ises[base+"ise"]; keep || len(base) < 3 {
			return w
		}
		return base + "iz" + end[2:]
	}
	if i := strings.Index(w, "our"); i > 1 {
		for cut := i + 3; cut <= len(w); cut++ {
			if _, ok := ours[w[:cut]]; ok {
				return w[:i] + "or" + w[i+3:]
			}
		}
	}
	if base, ok := strings.CutSuffix(w, "s"); ok {
		if to, ok := whole[base]; ok {
			return to + "s"
		}
	}
	return w
}

func pairs(text string) map[string]string {
	table := map[string]string{}
	for _, pair := range strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == '\n' }) {
		if from, to, ok := strings.Cut(pair, " "); ok {
			table[from] = to
		}
	}
	return table
}

func words(text string) map[string]struct{} {
	set := map[string]struct{}{}
	for _, w := range strings.Fields(text) {
		set[w] = struct{}{}
	}
	return set
}
