package summary

import (
	"strings"
	"testing"

	"verbatim/knowledge/ingest"
)

func TestDenial(t *testing.T) {
	for text, want := range map[string]denial{
		"Le ministère n'a ni confirmé ni démenti cette information.":                      neither,
		"Le groupe s'est exprimé sans confirmer ou infirmer sa présence.":                 neither,
		"Pyongyang ne confirme ni n'infirme l'envoi de ces soldats.":                      neither,
		"L'armée n'a ni revendiqué ni démenti cette frappe.":                              neither,
		"Le maire dément avoir reçu de l'argent de la société.":                           denied,
		"La direction a démenti toute fraude dans un communiqué.":                         denied,
		"Le suspect nie les faits depuis le premier jour.":                                denied,
		"La société rejette ces accusations en bloc.":                                     denied,
		"Celui-ci conteste toute implication dans le trafic.":                             denied,
		"Le fabricant, le groupe Agrivanta, conteste la méthode employée.":                denied,
		"Le préfet se défend d'avoir tardé à prévenir les communes.":                      denied,
		"Ces critiques, que le ministre a rejetées mardi, ne datent pas d'hier.":          denied,
		"L'avocate clame l'innocence de son client.":                                      denied,
		"Le ministère a assuré que Malte avait respecté ses obligations.":                 answer,
		"Le cabinet dit n'avoir reçu ce document qu'en juillet dernier.":                  answer,
		"La banque affirme que ses clients n'ont rien perdu.":                             answer,
		"Dans la vallée, 61 % des votants ont rejeté le crédit.":                          none,
		"Le tribunal a rejeté la demande de la commune.":                                  none,
		"Le projet contesté sera voté en juin par le parlement.":                          none,
		"Les deux parties ont trente jours pour contester la décision.":                   none,
		"Le joueur défend son titre dimanche à Zurich.":                                   none,
		"Le club assure le spectacle tous les samedis de l'hiver.":                        none,
		"La police a confirmé l'authenticité d'une partie des documents.":                 none,
		"Les bénévoles ont assuré l'accueil et la restauration pendant tout le festival.": none,
	} {
		a := article(t, text)
		p := read(a.Sentences, a, tuned)
		if len(p.all) != 1 {
			t.Errorf("%q is %d sentences", text, len(p.all))
			continue
		}
		if got := p.all[0].denies; got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

const clinic = `La clinique de Soral a fermé mercredi son service d'urgences, ouvert il y a douze ans. Les patients iront désormais à Brenles, à 31 kilomètres.

L'association Santé pour tous accuse le directeur, Paul Maret, d'avoir caché un déficit de 4 millions de francs. Paul Maret nie avoir caché quoi que ce soit à l'association.

Le syndicat reproche au canton d'avoir refusé une aide de 900'000 francs à la clinique de Soral. Le canton rejette ces reproches, rappelant deux prêts accordés en 2022.

Un nouveau centre médical ouvrira à Soral au printemps prochain. La commune y mettra 3 millions de francs et douze places de parc.

Une enquête du parquet sur la pharmacie de Brenles se poursuit aussi. La pharmacienne conteste les faits qui lui sont reprochés.`

// Where an accusation is reported, its own denial is.
func TestAccusationComesWithItsDenial(t *testing.T) {
	a := article(t, clinic)
	for n := 1; n <= 10; n++ {
		got := points(t, a, n)
		for accusation, denial := range map[string]string{
			"accuse le directeur": "Paul Maret nie",
			"reproche au canton":  "Le canton rejette",
			"enquête du parquet":  "La pharmacienne conteste",
		} {
			if has(got, accusation) && !has(got, denial) {
				t.Errorf("%d points hold %q without its denial:\n%s", n, accusation, strings.Join(got, "\n"))
			}
		}
	}
	if got := points(t, a, 10); !has(got, "accuse le directeur") || !has(got, "Paul Maret nie") {
		t.Errorf("ten points leave the dispute out: %q", got)
	}
}

// A denial that stands far below is tied to what it answers, and forces its
// way into no summary that does not report it.
func TestDenialFarBelow(t *testing.T) {
	text := `Le chimiste Velnor aurait rejeté 30 tonnes de solvant dans la rivière Aune en mars, selon le quotidien L'Écho de l'Aune.

La rivière Aune traverse sept communes et alimente 40'000 habitants en eau potable. Les analyses du canton sont attendues vendredi.

Le maire de Tresserves a fermé la baignade pour trois semaines. Les pêcheurs ont ramassé deux cents truites mortes.

Velnor dément tout rejet de solvant dans la rivière Aune.`
	a := article(t, text)
	for n := 2; n <= 5; n++ {
		if got := points(t, a, n); has(got, "30 tonnes") != has(got, "Velnor dément") && has(got, "30 tonnes") {
			t.Errorf("%d points: %q", n, got)
		}
	}
	other := article(t, strings.Replace(clinic, "La pharmacienne conteste", "Celle-ci conteste", 1))
	if got := points(t, other, 3); has(got, "Celle-ci conteste") {
		t.Errorf("a denial of something else is in: %q", got)
	}
}

// A long text takes time by its length, not by its square.
func TestLongTextIsRead(t *testing.T) {
	var paragraphs []string
	for range 3000 {
		paragraphs = append(paragraphs, "Le syndicat accuse la ville de Mirval. La ville dément ces accusations du syndicat.")
	}
	a := ingest.Paragraphs("Long", paragraphs)
	if got := Extract(a, 10); len(got) != 2 {
		t.Errorf("got %v", got)
	}
}

// A denial is tied to what it answers, whatever else stands beside it.
func TestDenials(t *testing.T) {
	for name, c := range map[string]struct{ text, reported, denial string }{
		"a word of the same family": {
			"Le maire dénonce un abandon. Trois praticiens s'étaient portés candidats au poste, selon lui. La commune attend une réponse. L'agence n'a ni confirmé ni démenti ces candidatures.",
			"Trois praticiens", "L'agence"},
		"the accusation, not what follows": {
			"L'association accuse le canton d'avoir ignoré quatre appels. Un patrouilleur se trouvait à deux heures de route. Le canton a assuré que ses services avaient agi sans tarder.",
			"L'association accuse", "Le canton a assuré"},
		"the lead": {
			"Une dose infime du produit prive les abeilles de sommeil. Des chercheurs ont suivi mille butineuses.\n\nLe fabricant du flacon conteste la méthode employée.",
			"Une dose infime", "Le fabricant"},
	} {
		t.Run(name, func(t *testing.T) {
			a := article(t, "Un titre sans point\n\n"+c.text)
			found := false
			for _, pair := range Denials(a) {
				reported, _ := a.Sentence(pair.Reported)
				denial, _ := a.Sentence(pair.Denial)
				found = found || strings.HasPrefix(a.Cut(reported.Span), c.reported) && strings.HasPrefix(a.Cut(denial.Span), c.denial)
			}
			if !found {
				t.Errorf("got %v", Denials(a))
			}
		})
	}
}
