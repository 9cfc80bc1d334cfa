package bot

import "fmt"

// What is said of a translation that is not whole.

var (
	warnStoredOnly = Text{
		French:  "Seul ce qui a été traduit auparavant est montré : aucun modèle n'est réglé.",
		English: "Only what was translated before is shown: no language model is set (OPENAI_BASE_URL, OPENAI_API_KEY).",
	}
	warnInterrupted = Text{
		French:  "La traduction a été interrompue. Ce qui est traduit est gardé ; la même demande reprend là où elle s'est arrêtée.",
		English: "The translation was interrupted. What is translated is stored; the same request goes on where it stopped.",
	}
)

// warnMissing says how many rows have no translation.
func warnMissing(missing, of int) Text {
	if missing == 1 {
		return Text{
			French:  fmt.Sprintf("Une phrase sur %d n'a pas de traduction qui passe les contrôles ; sa ligne dit pourquoi.", of),
			English: fmt.Sprintf("1 of %d sentences has no translation that passes the checks; its row says why.", of),
		}
	}
	return Text{
		French:  fmt.Sprintf("%d phrases sur %d n'ont pas de traduction qui passe les contrôles ; leurs lignes disent pourquoi.", missing, of),
		English: fmt.Sprintf("%d of %d sentences have no translation that passes the checks; their rows say why.", missing, of),
	}
}

// warnSome says why a server gave no translation of some rows.
func warnSome(why string) Text {
	return Text{
		French:  "Certaines phrases ne sont pas traduites : " + inFrench(why) + ".",
		English: "Some sentences are not translated: " + why + ".",
	}
}

// warnByMarks says how little is checked of a translation that is not English.
func warnByMarks(to target) Text {
	return Text{
		French:  "En " + to.french + ", seuls la longueur, les guillemets et les chiffres sont contrôlés : à relire avec l'original.",
		English: "Into " + to.english + " only length, quotation marks and figures are checked: read it beside the original.",
	}
}
