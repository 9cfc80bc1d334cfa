package proof

import "strings"

// aliasGroups are names that mean the same, folded, in both languages.
var aliasGroups = []string{
	"otan|nato|alliance atlantique|atlantic alliance|north atlantic treaty organization|organisation du traite de l atlantique nord",
	"ue|eu|union europeenne|european union",
	"onu|un|nations unies|united nations|organisation des nations unies",
	"oms|who|organisation mondiale de la sante|world health organization|world health organisation",
	"omc|wto|organisation mondiale du commerce|world trade organization|world trade organisation",
	"fmi|imf|fonds monetaire international|international monetary fund",
	"bce|ecb|banque centrale europeenne|european central bank",
	"bns|snb|banque nationale suisse|swiss national bank",
	"cff|sbb|chemins de fer federaux|swiss federal railways",
	"ocde|oecd", "opep|opec", "aiea|iaea|agence internationale de l energie atomique|international atomic energy agency",
	"cpi|icc|cour penale internationale|international criminal court", "cij|icj|cour internationale de justice|international court of justice",
	"cicr|icrc|comite international de la croix rouge|international committee of the red cross",
	"hcr|unhcr", "osce|osce", "cedh|echr", "rdc|drc", "rpdc|dprk",
	"kiev|kyiv|kyiv s", "moscou|moscow", "pekin|beijing", "bruxelles|brussels", "londres|london", "varsovie|warsaw",
	"vienne|vienna", "athenes|athens", "lisbonne|lisbon", "le caire|cairo", "tokyo|tokio", "seoul|seoul", "teheran|tehran", "damas|damascus",
	"jerusalem|jerusalem", "cisjordanie|west bank", "bande de gaza|gaza strip|gaza", "maison blanche|white house", "conseil federal|federal council|swiss government",
	"conseil national|national council", "conseil des etats|council of states", "conseil de securite|security council",
	"g7|g7", "rts|rts", "afp|agence france presse", "ats|keystone ats", "brexit|brexit", "kremlin|kremlin", "pentagone|pentagon",
	"commission europeenne|european commission", "parlement europeen|european parliament", "bourse|stock exchange",
	"seconde guerre mondiale|deuxieme guerre mondiale|second world war|world war ii|world war two",
	"cio|ioc|comite international olympique|international olympic committee", "ofsp|foph|office federal de la sante publique|federal office of public health",
	"ofs|fso|office federal de la statistique|federal statistical office", "msf|medecins sans frontieres|doctors without borders",
	"pam|wfp|programme alimentaire mondial|world food programme|world food program", "oit|ilo", "finul|unifil", "sida|aids", "tva|vat",
	"vih|hiv", "cedeao|ecowas", "mercosur|mercosul", "croix rouge|red cross", "croissant rouge|red crescent", "palestine|palestinian territories",
	"viege|visp", "sion|sitten", "sierre|siders", "bienne|biel", "soleure|solothurn|so|soleurois|soleuroise|soleuroises", "coire|chur", "bale|basel|bs|bl|balois|baloise|baloises", "berne|bern|bernois|bernoise|bernoises", "lucerne|luzern|lu|lucernois|lucernoise|lucernoises", "zoug|zug",
	"thoune|thun", "brigue|brig", "loeche|leuk", "morat|murten", "argovie|aargau|ag|argovien|argovienne|argoviens|argoviennes", "thurgovie|thurgau", "schaffhouse|schaffhausen", "glaris|glarus",
	"grisons|graubunden|gr|grison|grisonne|grisonnes", "tessin|ticino|ti|tessinois|tessinoise|tessinoises", "saint gall|st gallen|sg|saint gallois|saint galloise", "zurich|zuerich|zh|zurichois|zurichoise|zurichoises", "uri|uranais|uranaise|uranaises", "vaud|vd|vaudois|vaudoise|vaudoises",
	"geneve|ge|geneva|genevois|genevoise|genevoises", "valais|vs|valaisan|valaisanne|valaisannes|valaisans",
	"ps|parti socialiste|social democratic party|socialist party|social democrats|sp", "plr|fdp|liberal radical party|parti liberal radical|free democratic party|the liberals",
	"udc|svp|swiss people s party|union democratique du centre", "verts|les verts|greens|green|green party|ecologistes|ecologiste", "pvl|glp|vert liberaux|green liberals|green liberal party",
	"rn|rassemblement national|national rally", "lfi|france insoumise|la france insoumise|france unbowed", "lr|les republicains|the republicans", "travaillistes|travailliste|labour|labour party",
	"conservateurs|tories|conservatives|conservative party", "parti du centre|le centre|centre party|the centre", "jo|jeux olympiques|olympic games|olympics",
	"jura|ju|jurassien|jurassienne|jurassiens|jurassiennes", "neuchatel|ne|neuchatelois|neuchateloise|neuchateloises", "fribourg|fr|fribourgeois|fribourgeoise|fribourgeoises",
	"suisse romande|romandie|romand|romande|romands|romandes|french speaking switzerland|western switzerland|french speaking part of switzerland",
	"suisse alemanique|alemanique|alemaniques|german speaking switzerland", "omble chevalier|arctic char", "rsf|reporters sans frontieres|reporters without borders",
	"cour des comptes|court of auditors|audit court", "leman|lac leman|lake geneva", "manche|english channel|channel", "cote d azur|french riviera|riviera",
	"epfz|ethz|eth zurich|ecole polytechnique federale de zurich", "epfl|ecole polytechnique federale de lausanne", "tsahal|idf|israel defense forces|armee israelienne|israeli army|israeli military",
	"tribunal federal|federal supreme court|swiss supreme court|federal court|swiss federal court", "fed|reserve federale|federal reserve|reserve federale americaine|us federal reserve",
	"assemblee nationale|national assembly", "office federal|federal office", "union africaine|african union", "chambre des cantons|conseil des etats", "chambre du peuple|conseil national|national council",
	"banque d angleterre|bank of england", "chambre des representants|house of representatives", "ministere public de la confederation|mpc|office of the attorney general",
	"shebab|shebabs|chebab|shabaab|al shabaab|al shabab", "lac majeur|lake maggiore", "lucon|luzon", "lac des quatre cantons|lake lucerne", "lac de constance|lake constance",
	"premiere guerre mondiale|first world war|world war i|world war one",
}

// aliases maps the first word of an alias to the aliases that begin with it.
var aliases = func() map[string][]alias {
	out := map[string][]alias{}
	for i, g := range aliasGroups {
		for name := range strings.SplitSeq(g, "|") {
			words := strings.Fields(name)
			a := alias{words, "@a" + itoa(i)}
			out[words[0]] = append(out[words[0]], a)
		}
	}
	return out
}()

// shared are short names that are ordinary words too, in small letters.
var shared = set("who un eu us vs vd ge ne ju fr be ti zh bs bl ag lu sg gr so tg sh sz zg gl nw ow ur ai ar ps sp lr")

type alias struct {
	words []string
	key   string
}

// aliases gives the words of a name that has other forms the key of its group.
func (r *reading) aliases() {
	for i := range r.words {
		if !capital(r.raw(&r.words[i])) && (r.english || len(r.words[i].fold) < 5) {
			continue
		}
		for _, a := range aliases[r.words[i].fold] {
			n := 0
			for n < len(a.words) && r.fold(i+n) == a.words[n] {
				n++
			}
			if n < len(a.words) {
				continue
			}
			for k := i; k < i+n; k++ {
				if raw := r.raw(&r.words[k]); shared[a.words[0]] && raw != strings.ToUpper(raw) {
					continue // "Who" is no organisation
				}
				r.words[k].keys = append(r.words[k].keys, a.key)
			}
		}
	}
}
