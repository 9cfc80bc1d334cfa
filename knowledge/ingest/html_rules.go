package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/knowledge"
)

// captionClass are the class names of captions that are no figcaption.
var captionClass = regexp.MustCompile(`(?i)(^|[\s_-])(caption|legend|legende|figcaption|wp-caption-text|credit)s?($|[\s_-])`)

// siteLines are lines that belong to the site and not to the article. Each
// pattern is tried on the lower-case text of a block without the marks and
// bullets around it, and only where that has at most max characters. Open
// patterns, which could begin a sentence of an article, are not tried on
// headings, nor on what ends like a sentence.
var siteLines = []struct {
	max  int
	open bool
	form *regexp.Regexp
}{
	{400, false, regexp.MustCompile(`^(à |a )?(lire|voir|écouter|relire|regarder|découvrir) (aussi|également|encore\b)`)},
	{300, false, regexp.MustCompile(`^(lisez|relisez|consultez|regardez|visionnez|écoutez) (aussi |également )?([«“"]|l[’'](article|éditorial|entrevue|analyse) |(le|notre|la) (dossier|texte|reportage|article|chronique|lettre|page|vidéo) )`)},
	{160, false, regexp.MustCompile(`^(prenez note que cet article publié en \d|votre vidéo se lancera|cet article (a été )?(publié|archivé) il y a plus)`)},
	{300, false, regexp.MustCompile(`^(à|a) (lire|voir|écouter|relire|découvrir)( [a-zéàè' ’]{1,30})?[\s\x{00A0}\x{202F}]*[:|>–-]`)},
	{300, false, regexp.MustCompile(`^(lire|voir|relire|écouter|notre dossier|nos articles|sur le même sujet|dans la même rubrique|l[’']article complet|plus d[’']infos?)[\s\x{00A0}\x{202F}]*[:|>]`)},
	{220, false, regexp.MustCompile(`^(abonnez-vous|inscrivez-vous|recevez (notre|nos|la newsletter|chaque|toute|gratuitement|par)|suivez(-nous| nous| notre| toute l[’']actu| l[’']actualité| [a-z ]{2,30} sur (facebook|twitter|google|whatsapp|instagram))|retrouvez (-nous|nous|tous nos|toute l[’']actu|toutes nos|l[’']ensemble de nos)|rejoignez(-nous| la conversation| notre chaîne)|téléchargez (notre|l[’']app)|votre (adresse )?(e-?mail|courriel)|en (cliquant|vous inscrivant|renseignant votre)|vous pouvez vous désinscrire|nous utilisons des cookies|ce contenu (est bloqué|n[’']est pas (visible|disponible))|pour (afficher|visualiser|consulter) ce contenu|pour regarder cette vidéo)`)},
	{160, false, regexp.MustCompile(`^(©|\(c\) \d{4}|copyright\b|tous droits (de reproduction )?réservés|toute reproduction (même partielle )?(est )?interdite|reproduction interdite)`)},
	{120, false, regexp.MustCompile(`^((temps|durée) de lecture|lecture[\s\x{00A0}\x{202F}:]*\d+|\d+[\s\x{00A0}\x{202F}]*min(utes?|\.)?( de lecture)?$)`)},
	{120, true, regexp.MustCompile(`^((article )?(publié|mis à jour|mise à jour|modifié|actualisé|posté|mis en ligne|créé)[\s\x{00A0}\x{202F}:]*((le |à |ce )?(\p{L}{5,8} )?\d|hier|aujourd|il y a)|(publication|mise à jour|dernière mise à jour)[\s\x{00A0}\x{202F}]*:?[\s\x{00A0}\x{202F}]*(le )?\d)`)},
	{90, true, regexp.MustCompile(`^(partager|partagez|envoyer|imprimer|commenter|réagir|réagissez|sauvegarder|enregistrer|ajouter (à|aux) (vos|mes|ma)|offrir (cet|l)|copier le lien|écouter (l[’']article|cet article)|lire plus tard|suivre (ce|cet|cette|le|la)|classer|signaler (une|un)|une erreur|cet article vous a plu|faites un don|soutenez|cliquez ici|je m[’']abonne|s[’']abonner|s[’']inscrire|se connecter|connectez-vous|créez un compte|accepter (les|et)|gérer (mes|les)|lire la suite|voir (plus|tous|toutes)|afficher (plus|la suite|les)|en savoir plus|retour (à|au|en) (l[’']accueil|haut|la une)|article (suivant|précédent))(\b|$)`)},
	{60, false, regexp.MustCompile(`^(passer la publicité|la suite après (la|cette) publicité|publicité|contenu sponsorisé|(ce )?(contenu|article|produit) (a été )?sponsorisé|chargement( en cours)?|lecture en cours|annonces?|advertisement|pub|\d* ?commentaires?( \(\d+\))?|(mots[ -]clés|tags?|thèmes?|sujets?|étiquettes|thématiques|rubriques?)( associés?| liés)?[\s\x{00A0}\x{202F}]*(:.*)?|newsletters?|la newsletter.*|la rédaction vous conseille|les plus lus|vidéo en relation|à la une|en ce moment|exclusif abonnés|(réservé aux )?abonnés?|premium|facebook|twitter|x|linkedin|whatsapp|e-?mail|messenger|instagram|google news|bluesky|fermer|menu|rechercher|accueil|suivre|suivi|favoris|partages?|aller au contenu.*|sommaire)$`)},
}

var (
	clockLine  = regexp.MustCompile(`^(\d{1,2}[\s\x{00A0}\x{202F}]?[h:][\s\x{00A0}\x{202F}]?\d{0,2}|il y a \d+ [a-z]+)$`)
	dateLine   = regexp.MustCompile(`(?i)^(par [^,.]{3,40},? )?(le )?(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?,? ?(\d\d?(er)? \p{L}{3,9}\.? \d{4}|\d\d?[./-]\d\d?[./-]\d{2,4})[\s,–|•·-]*((à|-|,)? ?\d\d?[h:]\d{0,2})?( \(?(mis à jour|modifié|actualisé).*)?$`)
	bylineLine = regexp.MustCompile(`^([Pp]ar|PAR|[Bb]y|[Aa]vec|[Pp]ropos recueillis par|[Tt]exte|[Dd]e notre (correspondante?|envoyée?)[^,.]{0,40},?) \p{Lu}[^.!?:;]{2,80}$`)
)

// stampLine is a line above the body that says when it was published.
var stampLine = regexp.MustCompile(`(?i)(^|[\s\x{00A0}|–•·,-])(publiée?|mise? à jour|modifiée?|actualisée?|mise? en ligne|postée?|créée?)[\s\x{00A0}\x{202F}]*:?[\s\x{00A0}\x{202F}]*(le |à |ce |hier |aujourd’hui |aujourd'hui )*(\p{L}{5,8} )?\d`)

// agencyLine is a line that holds the initials of an agency and at most those of an editor.
var agencyLine = regexp.MustCompile(`(?i)^[\s(«–—-]*(avec |par |source[ :]+|\p{L}{2,12}[ /,]+(avec |et )?)?(keystone[ -]ats|ats|afp|reuters|belga|ansa|dpa|ap)(?:[\s/,)–-].{0,20})?$`)

// boxClass are the class names and ids of the boxes that sites put between paragraphs.
var boxClass = regexp.MustCompile(`(?i)(^|[\s_-])(newsletters?|share|sharing|sharebar|sharedaddy|social|related|relatedposts|lire-?aussi|read-?also|a-lire|promo|advert|advertisement|publicite|pub|ads?|sponsor|sponsored|cookies?|consent|paywall|comments?|commentaires?|author[_-]?(box|bio|card|bottom|footer|description)|tags?|breadcrumbs?|friend|abonnement|subscribe|subscription|signup|outbrain|taboola|recommended|recommendations?|popular|most-?read|cross-?linking|linked-stories|read-more|interstitial|same-topic|to-read|link-?paragraph|tag-cloud|catcher|self-promo|inread|signature)($|[\s_-])`)

// inBox tells which pieces stand in a box of the site. Boxes hold little: what
// is more than a sixth of the prose, all of the same name together, is no box.
func inBox(ps []piece) []bool {
	box := make([]string, len(ps))
	bytes := map[string]int{}
	for i, p := range ps {
		for n, up := p.node, 0; n != nil && up < 6; n, up = n.Parent, up+1 {
			for _, name := range []string{attr(n, "class"), attr(n, "id")} {
				if m := boxClass.FindStringSubmatch(name); m != nil {
					box[i] = strings.ToLower(m[2])
				}
			}
		}
		if box[i] != "" {
			bytes[box[i]] += len(p.text)
		}
	}
	whole := proseBytes(ps)
	in := make([]bool, len(ps))
	for i, name := range box {
		in[i] = name != "" && bytes[name]*6 <= whole
	}
	return in
}

// paywall are the lines that stand where the rest of an article is for subscribers.
var paywall = regexp.MustCompile(`(?i)(il vous reste [\d,.]+[\s\x{00A0}\x{202F}]*% de cet article|(suite|article|contenu|lecture)[^.]{0,30} (réservée?s?|payante?) (aux|à nos) abonn|^(article|contenu)? ?réservé aux abonnés|^pour lire la suite|^(vous êtes |vous avez )?déjà abonné)`)

// siteLine reports whether a block is the site's own: a promotion, a button's
// label, a notice. Unsure cases are none.
func siteLine(p piece) bool {
	if !strings.ContainsFunc(p.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return true
	}
	line := strings.ToLower(strings.TrimFunc(p.text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '©' && r != '('
	}))
	size := utf8.RuneCountInString(line)
	closed := p.level > 0 || strings.HasSuffix(p.text, ".") && !strings.HasSuffix(p.text, " min.")
	quoted := strings.ContainsAny(p.text[:1], `"`) || strings.HasPrefix(p.text, "«") || strings.HasPrefix(p.text, "“")
	for _, rule := range siteLines {
		if size <= rule.max && !(rule.open && closed) && !quoted && rule.form.MatchString(line) &&
			!(size > 120 && p.kind == knowledge.KindCaption) {
			return true
		}
	}
	if clockLine.MatchString(line) || size < 70 && dateLine.MatchString(strings.TrimSpace(p.text)) {
		return true
	}
	return linkLine(p, size)
}

// linkLine reports whether a block is nothing but a link to something else.
func linkLine(p piece, size int) bool {
	if !p.allLink() || p.level > 0 || p.kind == knowledge.KindCaption || size > 250 {
		return false
	}
	if p.list {
		return true
	}
	return size >= 15 && !strings.HasSuffix(p.text, ".") && !strings.HasSuffix(p.text, "»")
}

// tailHeading begins what follows an article: other articles, comments, the author.
var tailHeading = regexp.MustCompile(`(?i)^(à|a)? ?(lire|voir)? ?(aussi|également|lire ensuite|sur le même (sujet|thème)|dans la même rubrique|(nos )?derniers articles|articles? (liés?|similaires?|connexes|associés?|recommandés?)|les plus (lus|partagés|commentés)|commentaires?|vos commentaires|laisser un commentaire|newsletters?|à propos de l[’']auteur.*|sur l[’']auteur|plus (d[’']articles|sur (ce sujet|le sujet)).*|recommandé pour vous|contenus sponsorisés|vous aimerez aussi|pour aller plus loin|la rédaction vous (conseille|recommande)|notre sélection|autres articles.*|partager.*|réagissez.*)[\s\x{00A0}\x{202F}:!.…]*$`)

// maxTails bounds the headings that are looked at as the article's end.
const maxTails = 20

// cleanPieces takes the site's own lines out of an article's pieces, and the title,
// which stands apart.
func cleanPieces(in []piece, title string) (out []piece, paywalled bool) {
	in = withoutPullQuotes(withoutHead(in))
	seen, box, begun, tails := map[string]bool{}, inBox(in), false, 0
	for i, p := range in {
		k := pageKey(p.text)
		if p.level > 0 && tails < maxTails && tailHeading.MatchString(p.text) {
			if tails++; smallRest(in[i:], in) && newHomes(in, i) {
				break
			}
		}
		switch {
		case paywall.MatchString(p.text) && utf8.RuneCountInString(p.text) < 300:
			paywalled = true
			continue
		case siteLine(p), box[i] && !isByline(p.text), len(k) > 40 && seen[k], k == pageKey(title) && (p.kind != knowledge.KindProse || i < 3),
			!begun && len(p.text) < 160 && stampLine.MatchString(p.text):
			continue
		}
		if (p.level > 0 || utf8.RuneCountInString(p.text) < 40) && tailHeading.MatchString(p.text) && smallRest(in[i:], in) {
			break
		}
		seen[k] = true
		if p.kind == knowledge.KindProse && (i < 3 || i > len(in)-4) && isByline(p.text) {
			p.kind = knowledge.KindByline
		}
		begun = begun || p.kind == knowledge.KindProse && len(p.text) > 160
		out = append(out, p)
	}
	for len(out) > 0 && out[len(out)-1].kind == knowledge.KindHeading {
		out = out[:len(out)-1]
	}
	for i := 1; i+1 < len(out); i++ {
		if out[i].boldHeading() && out[i+1].kind == knowledge.KindProse && !out[i+1].boldHeading() {
			out[i].kind = knowledge.KindHeading
		}
	}
	return out, paywalled
}

// isByline reports whether a line only says who wrote.
func isByline(line string) bool {
	return bylineLine.MatchString(line) || agencyLine.MatchString(line) || agencyAlone.MatchString(line)
}

// smallRest reports whether the rest is at most three tenths of the whole.
func smallRest(rest, whole []piece) bool { return proseBytes(rest)*10 <= proseBytes(whole)*3 }

// newHomes reports whether no paragraph from a place on stands where those before it do.
func newHomes(ps []piece, from int) bool {
	old := map[home]bool{}
	for i := longProse(ps, 0); i < len(ps); i = longProse(ps, i+1) {
		if i < from {
			old[homeOf(ps[i].node)] = true
		} else if old[homeOf(ps[i].node)] {
			return false
		}
	}
	return true
}

// proseBytes counts the bytes of running text, links and headings left out.
func proseBytes(ps []piece) int {
	n := 0
	for _, p := range ps {
		if p.kind == knowledge.KindProse && !p.mostlyLink() {
			n += len(p.text)
		}
	}
	return n
}

// isFront reports whether what was extracted is a front page: headlines that
// lead elsewhere, and little between them.
func isFront(ps []piece) bool {
	links, prose := 0, 0
	for _, p := range ps {
		switch {
		case linkHeading(p):
			links++
		case p.kind == knowledge.KindProse && utf8.RuneCountInString(p.text) >= 60 && !p.mostlyLink():
			prose++
		}
	}
	return links >= 4 && links*2 >= prose
}

func linkHeading(p piece) bool {
	if p.level > 0 && p.mostlyLink() {
		return true
	}
	for n := p.node; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && n.DataAtom == atom.A && p.level > 0 {
			return true
		}
	}
	return false
}
