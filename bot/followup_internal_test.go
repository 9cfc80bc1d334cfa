package bot

import "testing"

func TestSubject(t *testing.T) {
	for _, test := range []struct{ before, next, want string }{
		{"Combien de visiteurs le musée de Lorne a-t-il comptés en août ?", "et en septembre ?", "visiteurs musée Lorne a-t-il comptés"},
		{"How many visitors came to Lausanne in August?", "and in September?", "visitors came Lausanne"},
		{"How many visitors came to Lausanne in August?", "and in Geneva?", "visitors came August"},
		{"Combien de visiteurs à Lausanne en août ?", "et à Genève ?", "visiteurs août"},
		{"Combien de visiteurs à Lausanne en août ?", "et Genève ?", "visiteurs août"}, // the only name that there is
		{"Combien de soldats sont en Russie ?", "et en ukraine ?", "soldats"},
		{"Que dit Odile Ferrand de la fermeture ?", "et Luc Perrin ?", "dit fermeture"},
		{"Que dit Odile Ferrand du barrage en août ?", "et lundi ?", "dit Odile Ferrand barrage"},
		{"Que dit Odile Ferrand du barrage de Varny ?", "et Luc Perrin ?", "dit barrage Varny"},
		{"Qu'a dit Poutine ?", "et Volodymyr Zelensky ?", "dit"},
		{"Que dit Odile Ferrand du barrage ?", "et en août ?", "dit Odile Ferrand barrage"}, // of another kind
		{"Combien de visiteurs à Lausanne le 3 mai ?", "et le 4 mai ?", "visiteurs Lausanne"},
	} {
		if got := subject(test.before, test.next); got != test.want {
			t.Errorf("%q, %q: got %q, want %q", test.before, test.next, got, test.want)
		}
	}
}

func TestLeans(t *testing.T) {
	for question, want := range map[string]bool{
		"et en septembre ?":                           true,
		"and in Geneva?":                              true,
		"Quel jour ?":                                 true,
		"Qui l'a dit ?":                               true,
		"Qui est Luc Perrin ?":                        false,
		"Who is Luc Perrin?":                          false,
		"Et qui est Luc Perrin ?":                     true,
		"Combien de visiteurs passent sur la digue ?": false,
	} {
		if got := leans(question); got != want {
			t.Errorf("%q leans: %v", question, got)
		}
	}
}
