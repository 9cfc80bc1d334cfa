package bot_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge/proof"
)

func TestReason(t *testing.T) {
	for in, want := range map[string]string{
		"figure: the claim says 19 000, the sentence 12'500":                          "chiffre : l'affirmation dit 19 000, la phrase 12'500",
		"figure: 12'500 francs became 19,500 francs":                                  "chiffre : au lieu de 12'500 francs, la traduction a 19,500 francs",
		"name: “Singh” stands neither in the sentence nor beside it":                  "nom : « Singh » ne se trouve ni dans la phrase ni à côté",
		"quote: stands in sentence 14, not in 12":                                     "citation : elle se trouve dans la phrase 14, pas dans la 12",
		"speaker: Rutte says it, not Biden; words: the sentence does not show “a; b”": "auteur des propos : c'est Rutte qui le dit, et non Biden ; mots : la phrase ne montre pas « a; b »",
		"second look: the sentence is vague":                                          "second contrôle : the sentence is vague", // a model's words
		"the model does not respond":                                                  "le modèle ne répond pas",
		"figure: of a form that is not known":                                         "chiffre",
		"of a kind that is not known: x":                                              "autre motif",
	} {
		if got := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(bot.Reason(in, "fr")); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		if got := bot.Reason(in, "en"); got != in {
			t.Errorf("in English %q became %q", in, got)
		}
	}
}

// TestReasonsOfProofAreKnown holds the French forms against the reasons that the
// proof gives of many claims: hardly any may be told by its kind alone.
func TestReasonsOfProofAreKnown(t *testing.T) {
	f, err := os.Open("../knowledge/proof/testdata/claims.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	total, unknown := 0, map[string]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var row struct {
			Claim     string
			Sentences []string
			Date      string
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		for _, r := range proof.Claim(row.Claim, proof.Evidence{Sentences: row.Sentences, Date: row.Date}).Reasons {
			total++
			if french := bot.Reason(r, "fr"); !strings.Contains(french, "\u00a0:") {
				unknown[r]++
			}
		}
	}
	if total < 100 || len(unknown)*50 > total {
		t.Errorf("%d of %d reasons are not known: %v", len(unknown), total, unknown)
	}
}
