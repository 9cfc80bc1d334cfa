package main

import (
	"strings"

	"verbatim/knowledge/index"
)

// What may only speak for an answer, and only against it: a fit to few
// questions would find chance signs for some of them.
const (
	speaksFor = `score share margin held heldrare rare ownrare typed plainheld plainnear plainown focusown
		wanttop wantnear wantthree counttop countthree partytop partythree headtop headthree whichtop
		sureown surenear sureplainown sureplainnear slottop slotnear
		topcover topexact topnames topplain topfigures toprarest topcount topbm25 topbm25share topnear toppairs topbigramweight
		topfocus toplast topfirstterm topnovelhit`
	speaksAgainst = `absent absentfigures absentany focusgone heaviest heavynear nameonly wantgone wantunmet countunmet partyunmet
		headunmet figurelost relative sureheaviest surelost surelostown surenamelost countfree countlost landgone wantelse partyelse
		officelost futureunmet verblost verbgone lostshare focuslost topmissing`
)

// signsOf are the signs that the weights of columns must have: 1, -1, or 0 for any.
func signsOf() []int {
	signs := map[string]int{}
	for name := range strings.FieldsSeq(speaksFor) {
		signs[name] = 1
	}
	for name := range strings.FieldsSeq(speaksAgainst) {
		signs[name] = -1
	}
	names := index.JudgeNames()
	out := make([]int, len(names))
	for i, n := range names {
		out[i] = signs[n]
	}
	return out
}
