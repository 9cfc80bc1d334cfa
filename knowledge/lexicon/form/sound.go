package form

import "strings"

// sounds are replaced from left to right, the first that fits; capital S is
// the hushing sound that English writes sh and ch, French ch and tch, which
// transliterations cannot be told apart by.
var sounds = strings.NewReplacer(
	"chtch", "S", "shch", "S", "stch", "S", "tsch", "S", "tch", "S", "sch", "S", "ch", "S", "sh", "S",
	"dzh", "j", "dj", "j", "zh", "j",
	"kh", "k", "gh", "g", "th", "t", "ph", "f", "bh", "b", "dh", "d",
	"gue", "ge", "gui", "gi", "guy", "gi",
	"sce", "se", "sci", "si", "ce", "se", "ci", "si", "cy", "si", "ck", "k", "cq", "k", "qu", "k", "q", "k", "c", "k",
	"x", "ks", "tz", "ts", "ou", "u", "oo", "u", "w", "u", "y", "i",
)

// Sound is a rough skeleton of how a name's word sounds, the same for its
// usual transliterations into English and French: "Khrushchev" and
// « Khrouchtchev » are one. Vowels are kept, so that it is not too lax.
func Sound(word string) string {
	w := Fold(word)
	if strings.HasSuffix(w, "vic") || strings.HasSuffix(w, "kic") || strings.HasSuffix(w, "dzic") {
		w += "h" // Serbian and Croatian ć
	}
	if base, ok := slavicFeminine(w); ok {
		w = base
	}
	w = strings.TrimSuffix(w, "'")
	w = sounds.Replace(w)
	for _, end := range [...][2]string{{"off", "ov"}, {"eff", "ev"}} {
		if base, ok := strings.CutSuffix(w, end[0]); ok {
			w = base + end[1]
		}
	}
	w = single(w)
	w = umlauts.Replace(w)
	w = glides.Replace(w)
	if len(w) > 3 && strings.HasPrefix(w, "ie") {
		w = w[1:]
	}
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "h")
	}
	return w
}

// glides drops the i that one language writes between two vowels; umlauts
// reads ue, oe, ae before a consonant as the letter with two dots.
var (
	glides  = strings.NewReplacer("oie", "oe", "aie", "ae", "uie", "ue", "eie", "ee")
	umlauts = strings.NewReplacer("uel", "ul", "oed", "od", "oet", "ot", "oen", "on", "aeh", "ah", "ues", "us")
)

// slavicFeminine takes the mute e off names such as Poutine, which French
// adds to Russian -in, and leaves women's names alone.
func slavicFeminine(w string) (string, bool) {
	if len(w) < 6 || women[w] {
		return w, false
	}
	for _, end := range [...]string{"ine", "yne"} {
		if base, ok := strings.CutSuffix(w, end); ok {
			return base + "in", true
		}
	}
	return w, false
}

var women = func() map[string]bool {
	set := map[string]bool{}
	for w := range words(`martine pauline marine justine clementine augustine valentine constantine florentine celestine
albertine antonine colombine ernestine josephine leontine catherine christine karine corine corinne delphine sabine
jacqueline celine caroline francine seraphine victorine honorine germaine madeleine alexandrine josephine palatine
ghislaine evangeline geraldine micheline bernardine faustine sandrine nadine maxine janine blandine amandine apolline`) {
		set[w] = true
	}
	return set
}()

// single writes equal letters that follow one another once.
func single(w string) string {
	b := make([]byte, 0, len(w))
	for i := range len(w) {
		if i == 0 || w[i] != w[i-1] {
			b = append(b, w[i])
		}
	}
	return string(b)
}
