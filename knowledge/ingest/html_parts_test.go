package ingest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"verbatim/knowledge"
)

func parsePage(t *testing.T, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestDecodePage(t *testing.T) {
	const words = "L’été, 10 € à Nœux"
	latin, err := charmap.Windows1252.NewEncoder().String(words)
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(words)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, data, contentType, head string }{
		{"utf-8 undeclared", words, "", ""},
		{"utf-8 declared", words, "text/html; charset=UTF-8", ""},
		{"utf-8 with a mark", "\uFEFF" + words, "text/html; charset=iso-8859-1", ""},
		{"utf-8 declared as latin", words, "text/html; charset=iso-8859-1", ""},
		{"utf-16 with a mark", utf16, "", ""},
		{"windows-1252 undeclared", latin, "", ""},
		{"windows-1252 by header", latin, "text/html; charset=windows-1252", ""},
		{"windows-1252 by meta", latin, "text/html", `<meta charset="windows-1252">`},
		{"windows-1252 by old meta", latin, "", `<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">`},
		{"windows-1252 declared as utf-8", latin, "text/html; charset=utf-8", ""},
		{"an unknown charset", latin, "text/html; charset=martien", `<meta charset="lunaire">`},
	}
	for _, test := range tests {
		got, _ := decodePage([]byte(test.head+test.data), test.contentType)
		if want := test.head + words; string(got) != want {
			t.Errorf("%s: got %q, want %q", test.name, got, want)
		}
	}
}

func TestPieces(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{"inline marks join", "<p><b>Le</b>s <i>élus</i></p>", []string{"Les élus"}},
		{"white space collapses", "<p>Les \n\t élus </p>", []string{"Les élus"}},
		{"no-break spaces stay", "<p>«&nbsp;Non&#8239;!&nbsp;»</p>", []string{"«\u00a0Non\u202f!\u00a0»"}},
		{"invisible characters go", "<p>an&shy;ti&#8203;con\uFEFFsti</p>", []string{"anticonsti"}},
		{"one break is a space", "<p>Un<br>deux</p>", []string{"Un deux"}},
		{"two breaks are two paragraphs", "<p>Un<br> <br/>deux<br><br><br>trois</p>", []string{"Un", "deux", "trois"}},
		{"a break behind a sentence", "<p>Et les lits ?<br>La ministre se tait.</p>", []string{"Et les lits ?", "La ministre se tait."}},
		{"a break inside a sentence", "<p>Et les lits, dit<br>la ministre.</p>", []string{"Et les lits, dit la ministre."}},
		{"superscripts join", "<p>478 km<sup>2</sup></p>", []string{"478 km2"}},
		{"cells are parted", "<table><tr><td>Un</td><td>deux</td></tr><tr><td>trois</td></tr></table>", []string{"Un deux", "trois"}},
		{"scripts and hidden text go", "<p>Un</p><script>x('<p>deux</p>')</script><style>p{}</style><p hidden>trois</p><p style='display: none'>quatre</p>", []string{"Un"}},
		{"text beside blocks", "<div>Un<p>deux</p>trois</div>", []string{"Un", "deux", "trois"}},
		{"entities", "<p>Marks &amp; Spencer, l&rsquo;&eacute;t&eacute;</p>", []string{"Marks & Spencer, l’été"}},
	}
	for _, test := range tests {
		var got []string
		for _, p := range pieces(parsePage(t, test.page)) {
			got = append(got, p.text)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// A short bold paragraph between others is a heading; a bold sentence is not.
func TestBoldHeadings(t *testing.T) {
	const words = "Le conseil a voté lundi soir la fermeture de la piscine, après trois heures de débat dans une salle comble."
	in := pieces(parsePage(t, "<p><b>"+words+"</b></p><p><b>Un bassin vétuste</b></p><p>"+words+" Ensuite, rien.</p><p><strong>Que faire ?</strong></p><p>"+
		words+" Enfin, un vote.</p><p><b>Lise Aumont</b></p>"))
	out, _ := cleanPieces(in, "")
	var got []knowledge.Kind
	for _, p := range out {
		got = append(got, p.kind)
	}
	want := []knowledge.Kind{knowledge.KindProse, knowledge.KindHeading, knowledge.KindProse, knowledge.KindProse, knowledge.KindProse, knowledge.KindProse}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDayOf(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2024-10-29T11:02:45+01:00", "2024-10-29"},
		{"2024-10-29 11:02", "2024-10-29"},
		{"20241029T1102", "2024-10-29"},
		{"20241029", "2024-10-29"},
		{"2024/10/29", "2024-10-29"},
		{"Publié le mardi 29 octobre 2024 à 11h02", "2024-10-29"},
		{"1er août 2019", "2019-08-01"},
		{"3 févr. 2020", "2020-02-03"},
		{"04.03.2025, 09h15", "2025-03-04"},
		{"14/11/2024 à 18:05", "2024-11-14"},
		{"Tue, 29 Oct 2024 11:02:45 +0100", "2024-10-29"},
		{"1730196165", "2024-10-29"},
		{"31/02/2024", ""},
		{"1970-01-01T00:00:00Z", ""},
		{"0000-00-00", ""},
		{"mardi à 11h02", ""},
		{"les 250 à 2024 habitants", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := dayOf(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestPageDate(t *testing.T) {
	const title = "<h1>Le maire a parlé aux habitants</h1>"
	tests := []struct{ name, page, address, want string }{
		{"publication before change", `<meta property="article:modified_time" content="2024-05-02"><meta property="article:published_time" content="2024-05-01">` + title, "", "2024-05-01"},
		{"itemprop", title + `<span itemprop="datePublished" content="2024-05-01T10:00"></span>`, "", "2024-05-01"},
		{"marked time before others", title + `<time datetime="2024-05-09">x</time><time class="date-publication" datetime="2024-05-01">y</time>`, "", "2024-05-01"},
		{"not a teaser's time", `<nav><time datetime="2011-01-01">x</time></nav>` + title + `<time datetime="2024-05-01">y</time>`, "", "2024-05-01"},
		{"address", title, "https://journal.example/2024/05/01/maire.html", "2024-05-01"},
		{"address without marks", title, "https://journal.example/maire-20240501-abc", "2024-05-01"},
		{"address of a saved page", `<link rel="canonical" href="https://journal.example/2024/05/01/maire.html">` + title, "maire.html", "2024-05-01"},
		{"shown publication", title + "<p>Mis à jour le 3 mai 2024</p><p>Publié le 1er mai 2024</p>", "", "2024-05-01"},
		{"shown far from the title", title + strings.Repeat("<p>Une ligne.</p>", 30) + `<div class="article-date">1 mai 2024</div>`, "", "2024-05-01"},
		{"script", title + `<script>window.state={"publishedAt":"2024-05-01T08:00:00Z"}</script>`, "", "2024-05-01"},
		{"broken JSON-LD", title + `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Le "maire"","datePublished":"2024-05-01"}</script>`, "", "2024-05-01"},
		{"the reader's day", `<meta property="article:published_time" content="2024-04-30T22:30:00Z">` + title + "<p>Publié le 1er mai 2024 à 0h30</p>", "", "2024-05-01"},
		{"change where nothing else", `<meta property="article:modified_time" content="2024-05-02">` + title, "", "2024-05-02"},
		{"none", title, "", ""},
	}
	for _, test := range tests {
		if got := readPage(parsePage(t, test.page), test.address).date; got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestPageTitle(t *testing.T) {
	const said = "Le maire a parlé aux habitants de Brissac"
	og := `<meta property="og:title" content="` + said + `">`
	tests := []struct{ name, page, want string }{
		{"heading", "<h1>" + said + "</h1>", said},
		{"heading over data", og + "<h1>Brissac : le maire a parlé aux habitants</h1>", "Brissac : le maire a parlé aux habitants"},
		{"logo heading", og + `<h1>Le Journal</h1><meta property="og:site_name" content="Le Journal">`, said},
		{"logo heading beside the title", og + "<h1>Le Journal</h1><h1>" + said + "</h1>", said},
		{"data without heading", og, said},
		{"site behind a dash", `<title>` + said + ` - Le Journal</title><meta property="og:site_name" content="Le Journal">`, said},
		{"site behind a bar", "<title>" + said + " | Politique | Le Journal du Val</title>", said},
		{"dash inside the title", "<title>Paris - Brest : la course est partie ce matin</title>", "Paris - Brest : la course est partie ce matin"},
		{"escaped twice", `<meta property="og:title" content="L&amp;#039;été à Brissac &amp;amp; environs">`, "L'été à Brissac & environs"},
		{"label in the heading", og + `<h1><span>Vidéo</span><span>` + said + `</span></h1>`, said},
		{"label for subscribers", og + "<h1>Abonnés " + said + "</h1>", said},
		{"kicker in the title", `<meta property="og:title" content="Brissac: le maire a parlé"><h1><span>Brissac</span><span>le maire a parlé</span></h1>`, "Brissac: le maire a parlé"},
		{"heading in two blocks", og + "<h1><div>Le maire a parlé</div><div>aux habitants de Brissac</div></h1>", said},
		{"JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"` + said + `"}</script>`, said},
	}
	for _, test := range tests {
		doc := parsePage(t, test.page)
		if got, _ := pageTitle(doc, linkedData(doc), pieces(doc), "https://www.lejournal.example/a"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// What only looks like a site's line stays.
func TestSiteLine(t *testing.T) {
	tests := []struct {
		text string
		want bool
	}{
		{"Lire aussi : Ces villes qui renoncent", true},
		{"» À lire aussi", true},
		{"A voir également : la vidéo", true},
		{"LIRE | Notre enquête sur l'eau", true},
		{"Publicité", true},
		{"La suite après cette publicité", true},
		{"Abonnez-vous à notre lettre du matin", true},
		{"© 2024 AFP", true},
		{"Temps de lecture : 3 min.", true},
		{"Publié le 3 mars 2024 à 10h12", true},
		{"27 octobre 2024 à 10h12", true},
		{"18:42", true},
		{"12 commentaires", true},
		{"Partager sur Facebook", true},
		{"* * *", true},
		{"Lire est un plaisir, dit-elle.", false},
		{"S’abonner à un journal coûte plus cher qu’en 2019.", false},
		{"Une erreur du pilote est envisagée.", false},
		{"Publié à Genève en 1912, le roman fit scandale.", false},
		{"«Recevez nos condoléances», a écrit le ministre.", false},
		{"La publicité pour l’alcool sera interdite.", false},
		{"Les commentaires du président ont surpris.", false},
		{"Suivre la Russie serait une faute, estime-t-il.", false},
		{"Oui.", false},
	}
	for _, test := range tests {
		if got := siteLine(piece{kind: knowledge.KindProse, text: test.text}); got != test.want {
			t.Errorf("%q: got %v, want %v", test.text, got, test.want)
		}
	}
}

func TestCanonical(t *testing.T) {
	tests := []struct{ href, source, want string }{
		{"https://www.journal.fr/a/b", "https://amp.journal.fr/a/b?amp=1", "https://www.journal.fr/a/b"},
		{"/a/b#bas", "https://journal.fr/a/b?utm_source=x", "https://journal.fr/a/b"},
		{"https://autre.fr/a/b", "https://journal.fr/a/b", ""},
		{"https://www.journal.fr/", "https://www.journal.fr/a/b", ""},
		{"javascript:alert(1)", "https://www.journal.fr/a/b", ""},
		{"https://www.journal.fr/a/b", "page.html", ""},
	}
	for _, test := range tests {
		doc := parsePage(t, `<link rel="canonical" href="`+test.href+`">`)
		if got := canonical(doc, test.source); got != test.want {
			t.Errorf("%s from %s: got %q, want %q", test.href, test.source, got, test.want)
		}
	}
}
