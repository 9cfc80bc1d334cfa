package lexicon

import "testing"

var sameNames = [][2]string{
	{"Andriy Yermak", "Andriï Iermak"}, {"Zelenskyy", "Zelensky"}, {"Zelenskiy", "Zelensky"}, {"Kursk", "Koursk"},
	{"Putin", "Poutine"}, {"Khrushchev", "Khrouchtchev"}, {"Vladimir Putin", "Vladimir Poutine"},
	{"Sergei Lavrov", "Sergueï Lavrov"}, {"Sergey Shoigu", "Sergueï Choïgou"}, {"Yevgeny Prigozhin", "Evgueni Prigojine"},
	{"Alexander Lukashenko", "Alexandre Loukachenko"}, {"Gerasimov", "Guerassimov"}, {"Yushchenko", "Iouchtchenko"},
	{"Yanukovych", "Ianoukovitch"}, {"Poroshenko", "Porochenko"}, {"Tymoshenko", "Timochenko"},
	{"Zaluzhny", "Zaloujny"}, {"Zaluzhnyi", "Zaloujny"}, {"Gorbachev", "Gorbatchev"}, {"Brezhnev", "Brejnev"},
	{"Yeltsin", "Eltsine"}, {"Stalin", "Staline"}, {"Lenin", "Lénine"}, {"Zhukov", "Joukov"},
	{"Shostakovich", "Chostakovitch"}, {"Tchaikovsky", "Tchaïkovski"}, {"Dostoevsky", "Dostoïevski"},
	{"Tolstoy", "Tolstoï"}, {"Chekhov", "Tchekhov"}, {"Solzhenitsyn", "Soljenitsyne"}, {"Pushkin", "Pouchkine"},
	{"Rasputin", "Raspoutine"}, {"Gagarin", "Gagarine"}, {"Bakunin", "Bakounine"}, {"Rachmaninoff", "Rachmaninov"},
	{"Netanyahu", "Netanyahou"}, {"Bashar al-Assad", "Bachar al-Assad"}, {"Bashar el-Assad", "Bachar al-Assad"},
	{"Ben-Gurion", "Ben Gourion"}, {"Tokayev", "Tokaïev"}, {"Nazarbayev", "Nazarbaïev"}, {"Aliyev", "Aliev"},
	{"Saakashvili", "Saakachvili"}, {"Erdoğan", "Erdogan"}, {"Kim Jong-un", "Kim Jong Un"}, {"Milosevic", "Milosevitch"},
	{"Yulia Navalnaya", "Ioulia Navalnaïa"}, {"Nikolay", "Nikolaï"}, {"Mikhail", "Mikhaïl"}, {"Yuri", "Iouri"},
	{"Yuri", "Youri"}, {"Mariupol", "Marioupol"}, {"Bucha", "Boutcha"}, {"Zhytomyr", "Jytomyr"}, {"Chernihiv", "Tchernihiv"},
	{"Chernobyl", "Tchernobyl"}, {"Kyiv", "Kiev"}, {"Moscow", "Moscou"}, {"Beijing", "Pékin"}, {"Brussels", "Bruxelles"},
	{"Joan of Arc", "Jeanne d'Arc"}, {"Homer", "Homère"}, {"Charles the Bald", "Charles le Chauve"}, {"NATO", "OTAN"},
	{"Genghis Khan", "Gengis Khan"}, {"Schröder", "Schroeder"}, {"Müller", "Mueller"}, {"Macron", "MACRON"},
	{"Sinwar", "Sinouar"}, {"North Korea", "Corée du Nord"}, {"Irkutsk", "Irkoutsk"}, {"Belousov", "Beloussov"},
	{"Grossi", "Grossi"}, {"Dzerzhinsky", "Dzerjinski"}, {"Sourovikine", "Surovikin"}, {"Lyudmila", "Lioudmila"},
}

var otherNames = [][2]string{
	{"Vladimir", "Volodymyr"}, {"Putin", "Vladimir Putin"}, {"Zelensky", "Zaleski"}, {"Macron", "Marcon"}, {"Merkel", "Markel"},
	{"Kim Jong-un", "Kim Jong-il"}, {"Martin", "Martine"}, {"Paul", "Paula"}, {"Simon", "Simone"}, {"Lavrov", "Lavrova"},
	{"Moscow", "Minsk"}, {"Kiev", "Kherson"}, {"Kharkiv", "Kherson"}, {"Biden", "Bidon"}, {"Trump", "Trumper"},
	{"Iran", "Irak"}, {"Niger", "Nigeria"}, {"Mali", "Malawi"}, {"Austria", "Australia"}, {"Slovakia", "Slovenia"},
	{"Slovaquie", "Slovénie"}, {"North Korea", "Corée du Sud"}, {"Guinea", "Guyana"}, {"Dominica", "République dominicaine"},
	{"Putin", "Pétain"}, {"Stalin", "Stallone"}, {"Lenin", "Lennon"}, {"Bush", "Bach"}, {"Blair", "Blier"}, {"Sarkozy", "Sarkissian"},
	{"Rutte", "Rutter"}, {"Singh", "Sing Ho"}, {"Yermak", "Ermakov"}, {"Ivanov", "Ivanova"}, {"Petrov", "Petrovski"},
	{"Medvedev", "Medvedeva"}, {"Navalny", "Navalnaya"}, {"Chirac", "Chirico"}, {"Hollande", "Holland Taylor"},
	{"Louis XIV", "Louis XV"}, {"Charles the Bald", "Charles le Téméraire"}, {"Charles V", "Charles X"}, {"Joan", "John"},
	{"Homer", "Horace"}, {"Plato", "Pluton"}, {"Philippe", "Philippines"}, {"NATO", "ONU"}, {"UE", "UN"}, {"WHO", "OMC"},
	{"IMF", "FMN"}, {"Geneva", "Gênes"}, {"Genoa", "Genève"}, {"Vienna", "Venise"}, {"Bern", "Brême"}, {"Basel", "Brussels"},
	{"Lyon", "London"}, {"Kursk", "Kourou"}, {"Donetsk", "Dnipro"}, {"Odessa", "Odense"}, {"", ""}, {"Kim", "Kin"},
	{"Hussein", "Hasan"}, {"Ali", "Ari"}, {"Jean", "Jeanne"}, {"Jean", "Joan"}, {"Poutine", "Pauline"}, {"Marine", "Marin"},
	{"Mahmoud Abbas", "Mahmoud Ahmadinejad"},
}

func TestSameName(t *testing.T) {
	for _, p := range sameNames {
		if !SameName(p[0], p[1]) || !SameName(p[1], p[0]) {
			t.Errorf("SameName(%q, %q) = false", p[0], p[1])
		}
	}
	for _, p := range otherNames {
		if SameName(p[0], p[1]) || SameName(p[1], p[0]) {
			t.Errorf("SameName(%q, %q) = true", p[0], p[1])
		}
	}
}

func TestCountry(t *testing.T) {
	for word, want := range map[string]string{
		"North Korea": "KP", "Corée du Nord": "KP", "north koreans": "KP", "nord-coréennes": "KP", "nord-coréen": "KP",
		"DPRK": "KP", "RPDC": "KP", "Russian": "RU", "russes": "RU", "la Russie": "RU", "US": "US", "USA": "US", "U.S.": "US",
		"États-Unis": "US", "américaine": "US", "Americans": "US", "UK": "GB", "Royaume-Uni": "GB", "British": "GB",
		"UAE": "AE", "Émirats arabes unis": "AE", "Swiss": "CH", "suisses": "CH", "Ukrainian": "UA", "ukrainiennes": "UA",
		"Niger": "NE", "Nigeria": "NG", "nigérian": "NG", "nigérien": "NE", "South Sudan": "SS", "Soudan": "SD",
		"the Netherlands": "NL", "Dutch": "NL", "Chinese": "CN", "grecque": "GR", "turque": "TR", "England": "XEN",
		"soviétique": "XSU", "cube": "", "crime": "", "mâle": "", "pôle": "", "Pole": "PL", "eau": "", "grecs": "GR", "ukrainienne": "UA", "us": "", "table": "", "president": "", "maurice": "", "nice": "",
	} {
		if got, ok := Country(word); got != want || ok != (want != "") {
			t.Errorf("Country(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
}

func TestCognates(t *testing.T) {
	for word, want := range map[string]string{
		"fertilization": "fertilisation", "fertilisation": "fertilisation", "geologist": "geologue", "pessimism": "pessimisme",
		"velocity": "velocité", "majestic": "majestique", "voluntary": "voluntaire", "tolerance": "tolerance", "symphonies": "symphonie",
		"vaporize": "vaporiser", "glorify": "glorifier", "erosion": "erosion", "nervous": "nerveux",
	} {
		list := Cognates(word)
		if len(list) == 0 || list[0].Text != want {
			t.Errorf("Cognates(%q) = %v, want %q first", word, list, want)
		}
		for _, e := range list {
			if e.Sure < 0.3*0.8 || e.Sure > 0.6 {
				t.Errorf("Cognates(%q): %q has sureness %g", word, e.Text, e.Sure)
			}
		}
	}
	if got := Cognates("the"); got != nil {
		t.Errorf("Cognates(the) = %v, want none", got)
	}
}
