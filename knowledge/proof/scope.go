package proof

// scopes are small words that change what is said without being compared one
// by one: how many, in which order, for or against. Each row is one sense, in
// both languages; rival is the row of the opposite sense, or -1.
var scopes = []struct {
	words map[string]bool
	rival int
}{
	{set("before avant prior"), 1},
	{set("after apres following suite issue lendemain depuis since"), 0},
	{set("favor favour faveur"), 3},
	{set("against contre opposed oppose opposes hostile"), 2},
	{set("all every everyone everybody whole entire tous toutes tout toute chaque ensemble entier entiere totalite integralite"), -1},
	{set("only seulement uniquement seul seule seuls seules exclusivement ne n just simple simplement"), -1},
	{set("most mostly mainly majority plupart majorite majoritairement principalement surtout plus largest biggest essentiellement"), -1},
	{set("always toujours constamment"), -1},
	{set("again nouveau nouvelle encore reprise re-"), -1},
	{set("exactly exactement precisement precisely"), -1},
}

// needs are the scopes that the sentence must have where the claim has them,
// the others matter only where the sentence has their rival instead.
var needs = []bool{false, false, false, false, true, true, true, false, false, true}

// scope compares the small words that change what is said.
func (p *pair) scope() []Check {
	var out []Check
	for n, s := range scopes {
		mine := ""
		for i := range p.claim.words {
			if w := &p.claim.words[i]; s.words[w.fold] && w.to < 0 && !w.figure && !(w.fold == "apres" && p.claim.fold(i-1) == "d") && !p.claim.bounding(i) {
				mine = p.claim.raw(w)
			}
		}
		if mine == "" || p.sentence.has(s.words) {
			continue
		}
		if needs[n] || s.rival >= 0 && p.sentence.has(scopes[s.rival].words) {
			out = append(out, Check{Kind: "scope", Claim: mine, Verdict: Undecided, Reason: "the sentence does not show “" + mine + "”"})
		}
	}
	return out
}

// bounding tells whether word i is part of a bound, which the figure has: "at most".
func (r *reading) bounding(i int) bool {
	return r.words[i].fold == "most" && r.fold(i-1) == "at" || r.words[i].fold == "plus" || r.words[i].fold == "just" || r.words[i].fold == "tout" && r.fold(i+1) == "au"
}
