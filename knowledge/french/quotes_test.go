package french

import "testing"

func TestQuotes(t *testing.T) {
	tests := []struct {
		text string
		want []string
		open bool
	}{
		{"Il a dit «oui» puis « non ».", []string{"oui", "non"}, false},
		{"Un “mot” et un \"autre\".", []string{"mot", "autre"}, false},
		{"«Il a crié “au feu” hier», dit-elle.", []string{"Il a crié “au feu” hier"}, false},
		{"«Les prix montent.", []string{"Les prix montent."}, true},
		{"Nous attendons», a-t-il dit.", []string{"Nous attendons"}, true},
		{"Rien ici.", nil, false},
	}
	for _, test := range tests {
		got := Quotes(test.text)
		if len(got) != len(test.want) {
			t.Errorf("%q: got %d quotations, want %d", test.text, len(got), len(test.want))
			continue
		}
		for i, q := range got {
			if test.text[q.Start:q.End] != test.want[i] || q.Open != test.open {
				t.Errorf("%q: got %q open %v, want %q open %v", test.text, test.text[q.Start:q.End], q.Open, test.want[i], test.open)
			}
		}
	}
}

func TestAttributions(t *testing.T) {
	tests := []struct {
		text, speaker string // speaker "-" where only a pronoun says it, "" where nobody does
	}{
		{"«Le plan avance», a déclaré la ministre Odile Brun.", "la ministre Odile Brun"},
		{"Le port restera fermé, a affirmé lundi la préfecture.", "la préfecture"},
		{"«C'est grave», a dit à l'AFP le porte-parole du groupe, Luc Morel.", "le porte-parole du groupe, Luc Morel"},
		{"Selon la police, deux hommes sont en fuite.", "la police"},
		{"Deux hommes sont en fuite, d'après une source proche du dossier.", "une source proche du dossier"},
		{"La maire a estimé que le projet coûterait trop cher.", "La maire"},
		{"Interrogé mardi, Paul Remy s'est dit «confiant».", "Interrogé mardi, Paul Remy"},
		{"«Nous verrons», a-t-il poursuivi.", "-"},
		{"Pour Jean Valmy, le risque est réel.", "Jean Valmy"},
		{"«C'est grave», s'est réjouie la cheffe de mission.", "la cheffe de mission"},
		{"L'enquête a été annoncée lundi par le parquet.", "le parquet"},
		{"Les émissions doubleront si rien n'est fait, avertit un rapport.", "un rapport"},
		{"Le chômage est stable, a indiqué jeudi le Secrétariat d'Etat à l'économie.", "le Secrétariat d'Etat à l'économie"},
		{"«C'est faux», a juré la sénatrice Ana Ruiz, mise en cause par le journal.", "la sénatrice Ana Ruiz"},
		{"Le sentier a été tracé par la commune.", ""},
		{"Le train est arrivé à l'heure.", ""},
		{"La motion demande une interdiction.", ""},
		{"La hausse annoncée hier inquiète.", ""},
	}
	for _, test := range tests {
		list := Attributions(test.text)
		got := ""
		if len(list) > 0 {
			got = test.text[list[0].SpeakerStart:list[0].SpeakerEnd]
			if list[0].Pronoun {
				got = "-"
			}
		}
		if got != test.speaker {
			t.Errorf("%q: got %q, want %q", test.text, got, test.speaker)
		}
	}
}

func FuzzAttributions(f *testing.F) {
	f.Add("«Oui», a-t-il dit, selon X, d'après Y.")
	f.Add("»«\"“a déclaré que :")
	f.Fuzz(func(t *testing.T, text string) {
		for _, a := range Attributions(text) {
			if a.SpeakerStart > a.SpeakerEnd || a.SpeakerEnd > len(text) || a.VerbStart > a.VerbEnd || a.SaidStart > a.SaidEnd || a.SaidEnd > len(text) {
				t.Fatalf("%q: %+v", text, a)
			}
		}
		for _, n := range Names(text) {
			if n.Start >= n.End || n.End > len(text) {
				t.Fatalf("%q: %+v", text, n)
			}
		}
		for _, q := range Quotes(text) {
			if q.Start > q.End || q.End > len(text) {
				t.Fatalf("%q: %+v", text, q)
			}
		}
	})
}
