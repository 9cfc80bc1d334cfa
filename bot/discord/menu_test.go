package discord

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
	"verbatim/knowledge"
)

// heldBy dispatches messages that hold the same text in every way there is.
func heldBy(w *world) map[string]discordtest.Message {
	forwarded := w.Say(w.User, w.Channel, village)
	file := discordtest.File{Name: "lorne.txt", Data: []byte(village)}
	said := map[string]discordtest.Message{
		"text":       w.Say(w.User, w.Channel, village),
		"link":       w.Say(w.User, w.Channel, "À lire : <https://journal.example/lorne>."),
		"attachment": w.Say(w.User, w.Channel, "le voici", w.Attachments(file)),
		"embed":      w.Say(w.User, w.Channel, "", discordtest.WithEmbeds(discordtest.Embed{URL: "https://journal.example/lorne", Title: "Un village"})),
		"forward":    w.Say(w.User, w.Channel, "", discordtest.Forward(forwarded)),
	}
	w.files = said["attachment"].Attachments
	return said
}

func TestAskAboutAMessage(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.bot.Fetcher = loopback{w}
	for name, m := range heldBy(w) {
		form, err := w.ContextCommand("Ask about this", m).Modal(w.ctx)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		i := w.Submit(form, map[string]string{inputID: "Combien de signatures la pétition a-t-elle réunies ?"})
		answer := w.answer(i)
		if !strings.Contains(plain(answer.Content), "412 signatures") || answer.Ephemeral() {
			t.Errorf("%s: ephemeral %v, %s", name, answer.Ephemeral(), answer.Content)
		}
		w.settled(i.ID)
		w.has(w.answer(w.Press(answer, "Sources")).Content, "412 signatures")
	}
	if got := len(w.bot.Library.Seen(bot.Guild(w.Guild.ID)).Articles); got != 1 {
		t.Errorf("%d articles are stored, want the one that was there", got)
	}
}

func TestContinueAfterAskingAboutAMessage(t *testing.T) {
	t.Parallel()
	w := start(t)
	form, err := w.ContextCommand("Ask about this", w.Say(w.User, w.Channel, village)).Modal(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	i := w.Submit(form, map[string]string{inputID: "Combien de signatures la pétition a-t-elle réunies ?"})
	answer := w.answer(i)
	w.settled(i.ID)
	if form, err = w.Press(answer, "Continuer").Modal(w.ctx); err != nil {
		t.Fatal(err)
	}
	w.has(plain(w.answer(w.Submit(form, map[string]string{inputID: "Combien dure le trajet en car ?"})).Content), "20 minutes")
}

func TestMessageThatHoldsNothing(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.Say(w.User, w.Channel, "", w.Attachments(discordtest.File{Name: "photo.png", Data: []byte("png")}))
	for _, name := range []string{"Ask about this", "Check against the article", "Translate to English"} {
		got := w.answer(w.ContextCommand(name, m))
		if !got.Ephemeral() || !strings.Contains(got.Content, "Ce message ne contient ni texte, ni lien, ni fichier texte.") {
			t.Errorf("%s: ephemeral %v, %q", name, got.Ephemeral(), got.Content)
		}
	}
}

func TestMessageIsForgottenWithItsForm(t *testing.T) {
	t.Parallel()
	clock := new(discordtest.Clock)
	w := start(t, func(_ *discordtest.Options, b *bot.Bot, _ *Config) { b.Now = clock.Now })
	form, err := w.ContextCommand("Ask about this", w.Say(w.User, w.Channel, village)).Modal(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	clock.Advance(bot.PrivateKept + time.Second)
	w.has(w.answer(w.Submit(form, map[string]string{inputID: "Combien de signatures ?"})).Content, "Je n'ai plus ce message en mémoire.")
}

func TestTranslateAMessage(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(translates()))
	w.bot.Fetcher = loopback{w}
	m := w.answer(w.ContextCommand("Translate to English", w.Say(w.User, w.Channel, "Le car part tôt.")))
	w.has(m.Content, "> Le car part tôt.\nThe coach leaves early.")
	if !m.Ephemeral() {
		t.Error("the translation is public")
	}
	m = w.answer(w.ContextCommand("Translate to English", w.Say(w.User, w.Channel, "https://journal.example/lorne")))
	w.has(m.Content, "> Les 23 élèves vont désormais à Sassel.", "1/")
	if !m.Ephemeral() || len(m.Attachments) != 2 {
		t.Errorf("ephemeral %v, %d files", m.Ephemeral(), len(m.Attachments))
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	w := start(t)
	check := func(claim string) string {
		return w.answer(w.Command("check", discordtest.String("claim", claim))).Content
	}
	w.has(check("Les travaux coûteront environ 12'500 francs par jour."), "L'article le rapporte", "> Les travaux coûteront environ 12'500 francs par jour.", "phrase 3", "14 mars 2025", "comparé automatiquement")
	w.has(check("Les travaux coûteront environ 19'000 francs par jour."), "L'article dit autre chose", "12'500 francs par jour", "-# chiffre")
	w.has(check("Le président du Brésil visitera Genève en mai."), "Non mentionné")
	w.has(check("The president of Brazil will visit Geneva in May."), "Not stated")
}

func TestCheckAMessage(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.answer(w.ContextCommand("Check against the article", w.Say(w.User, w.Channel, "Les travaux coûteront environ 12'500 francs par jour. Le président du Brésil visitera Genève en mai.")))
	w.has(m.Content, "L'article le rapporte", "Non mentionné")
	if !m.Ephemeral() {
		t.Error("it is public")
	}
}

func TestMaterial(t *testing.T) {
	for name, test := range map[string]struct{ message, url, text string }{
		"a link and a word":      {`{"content":"lisez (https://a.example/x), bien"}`, "https://a.example/x", ""},
		"a link in a long text":  {`{"content":"` + strings.Repeat("mot ", 100) + `https://a.example/x"}`, "", strings.TrimSpace(strings.Repeat("mot ", 100)) + " https://a.example/x"},
		"an embed without words": {`{"embeds":[{"url":"https://a.example/y"}]}`, "https://a.example/y", ""},
		"an embed with words":    {`{"embeds":[{"title":"T","description":"D"}]}`, "", "T\n\nD"},
		"an embed of a script":   {`{"embeds":[{"url":"javascript:x"}]}`, "", ""},
		"a snapshot":             {`{"message_snapshots":[{"message":{"content":"là"}}]}`, "", "là"},
		"a file":                 {`{"content":"là","attachments":[{"filename":"a.png","content_type":"image/png","url":"u"},{"filename":"b.HTML","url":"v"}]}`, "v", ""},
		"nothing":                {`{}`, "", ""},
	} {
		var m heard
		if err := json.Unmarshal([]byte(test.message), &m); err != nil {
			t.Fatal(err)
		}
		got, err := m.material()
		if err != nil || got.URL != test.url || string(got.Data) != test.text {
			t.Errorf("%s: got %q, %q (%v), want %q, %q", name, got.URL, got.Data, err, test.url, test.text)
		}
	}
}

// TestNothingIsHeldForLonger lets what was said, a private question and a
// message expire while nobody speaks.
func TestNothingIsHeldForLonger(t *testing.T) {
	t.Parallel()
	clock := new(discordtest.Clock)
	w := prepare(t)
	w.bot.Now = clock.Now
	library, err := bot.OpenLibrary(w.ctx, w.bot.Store, clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	w.bot.Library = library
	s := newServer(w.bot, testREST(w), newCrew(w.ctx, w.bot.Log), w.config, w.bot.Log)
	s.talk.Remember("a", bot.Person("1"), bot.Turn{Question: "Qui ?"}, bot.PrivateKept)
	s.talk.Remember("b", bot.Person("1"), bot.Turn{Question: "Qui ?"}, bot.ConversationKept)
	s.menus.Add("m", opened{bot.Material{Data: []byte("x")}, clock.Now().Add(bot.PrivateKept)})
	library.Lend(bot.Guild("1"), bot.Person("1"), varny2())
	held := func(conversations, menus int, lent bool) {
		t.Helper()
		s.sweep()
		_, err := library.Seen(bot.Guild("1")).Find("prete")
		if s.talk.Len() != conversations || s.menus.Len() != menus || (err == nil) != lent {
			t.Errorf("%d conversations, %d messages, lent %v; want %d, %d, %v", s.talk.Len(), s.menus.Len(), err == nil, conversations, menus, lent)
		}
	}
	clock.Advance(bot.PrivateKept - time.Second)
	held(2, 1, true)
	clock.Advance(2 * time.Second)
	held(1, 0, true)
	clock.Advance(bot.ConversationKept + time.Second)
	held(0, 0, false)
}

// varny2 is the article under another id.
func varny2() *knowledge.Article {
	a := varny()
	a.ID = "prete"
	return a
}
