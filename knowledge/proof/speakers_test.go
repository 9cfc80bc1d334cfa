package proof

import "testing"

// What a claim lets somebody say must be said by that one in the sentence: that
// both are named is not enough.
func TestSpeakers(t *testing.T) {
	tests := []struct {
		sentence, claim string
		proved          bool
	}{
		{"« Les discussions avancent », a tempéré jeudi le négociateur Omar Haddad, alors que son homologue parlait d'un accord imminent.",
			"Omar Haddad a affirmé jeudi qu'un accord était imminent.", false},
		{"Le gouverneur Osei Mensah a imputé lundi la panne à un sabotage, mais le gestionnaire du réseau évoque une simple défaillance technique.",
			"The grid operator blamed the outage on sabotage.", false},
		{"« Je n'ai jamais rencontré cet homme », a juré la sénatrice Carol Whitfield, mise en cause par l'hebdomadaire The Ledger.",
			"The Ledger swore that it had never met the man.", false},
		{"Le parquet de Liège a ouvert une enquête visant l'ancien échevin Bruno Delvaux.",
			"L'ouverture d'une enquête visant l'ancien échevin Bruno Delvaux a été annoncée par le bourgmestre de Liège.", false},
		{"Le secrétaire d'Etat Walter Keene a exclu tout envoi de troupes.\nSon homologue Jadwiga Lis a estimé qu'aucune option ne devait être écartée.",
			"Aucune option ne doit être écartée, a estimé Walter Keene.", false},
		{"La rivière Aulne pourrait monter de 60 centimètres et déborder dans la soirée à Châteaulin, a averti lundi la préfecture.",
			"The prefecture reported on Monday that the Aulne had burst its banks in Châteaulin.", false},
		{"Aucune habitation n'a été touchée, mais 270 personnes ont passé la nuit dans un gymnase, a rapporté le maire, Rui Teles.",
			"Selon Rui Teles, 270 personnes ont passé la nuit dans un gymnase.", true},
		{"«Je suis innocent», a clamé l'accusé à l'ouverture de son procès.", "L'accusé a clamé son innocence à l'ouverture de son procès.", true},
	}
	for _, test := range tests {
		t.Run(test.claim, func(t *testing.T) {
			got := Claim(test.claim, Evidence{Sentences: []string{test.sentence}})
			if (got.Verdict == Proved) != test.proved {
				t.Errorf("got %s %v, want proved %v", got.Verdict, got.Reasons, test.proved)
			}
		})
	}
}
