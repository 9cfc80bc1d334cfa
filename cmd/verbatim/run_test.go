package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"verbatim": main})
}

const dispatch = `date 2025-02

Le phare de Tourlan rallumé

Le phare de Tourlan a été rallumé samedi après onze ans de travaux, a annoncé le maire Hervé Quéméner. Le chantier a coûté environ 2,4 millions d'euros.

Quelque 3'200 visiteurs sont attendus chaque été, selon l'office du tourisme. Les pêcheurs n'ont ni approuvé ni critiqué le projet.

Le gardien, Yann Le Bihan, logera sur place dès le mois de mars.`

// verbatim runs the program with a data folder of its own.
type verbatim struct {
	t   *testing.T
	env map[string]string
}

func newVerbatim(t *testing.T) *verbatim {
	return &verbatim{t, map[string]string{"VERBATIM_DATA": t.TempDir()}}
}

func (v *verbatim) run(stdin string, args ...string) (status int, stdout, stderr string) {
	v.t.Helper()
	lookup := func(name string) (string, bool) { value, ok := v.env[name]; return value, ok }
	var out, errs bytes.Buffer
	status = run(v.t.Context(), args, lookup, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

// json runs a command that prints one object and decodes it.
func (v *verbatim) json(stdin string, into any, args ...string) {
	v.t.Helper()
	status, stdout, stderr := v.run(stdin, args...)
	if status != statusDone {
		v.t.Fatalf("%v: status %d, %s", args, status, stderr)
	}
	if strings.Contains(stdout, "null") {
		v.t.Errorf("%v prints a null: %s", args, stdout)
	}
	d := json.NewDecoder(strings.NewReader(stdout))
	if err := d.Decode(into); err != nil {
		v.t.Fatalf("%v prints no JSON: %v: %s", args, err, stdout)
	}
	if d.More() {
		v.t.Errorf("%v prints more than one object: %s", args, stdout)
	}
}

// wantFields checks that an object has every field of the contract.
func wantFields(t *testing.T, object map[string]any, names string) {
	t.Helper()
	for _, name := range strings.Fields(names) {
		if _, ok := object[name]; !ok {
			t.Errorf("there is no %q in %v", name, object)
		}
	}
}

func TestJSONHasTheFieldsOfTheContract(t *testing.T) {
	v := newVerbatim(t)
	const answer = "question language mode answered text claims citations closest rejected warning usage elapsed_ms"
	const cited = "n article title url sentence start end text quote"
	for _, test := range []struct {
		args   []string
		fields string
		list   string // of objects
		inList string
	}{
		{[]string{"articles", "--json"}, "articles", "", ""},
		{[]string{"add", "--json", "-"}, "id title date language source sentences added", "", ""},
		{[]string{"articles", "--json"}, "articles", "articles", "id title date language source sentences"},
		{[]string{"show", "--json"}, "id title date language source text sentences", "sentences", "n kind start end text paragraph"},
		{[]string{"ask", "--json", "Combien", "a", "coûté", "le", "chantier", "?"}, answer, "citations", cited},
		{[]string{"summary", "--json", "--length", "short"}, answer, "claims", "text citations proof"},
		{[]string{"translate", "--json", "--dry-run"}, "article to sentences tokens", "", ""},
	} {
		var object map[string]any
		v.json(dispatch, &object, test.args...)
		wantFields(t, object, test.fields)
		if test.list == "" {
			continue
		}
		list, _ := object[test.list].([]any)
		if len(list) == 0 {
			t.Fatalf("%v: %s is empty: %v", test.args, test.list, object)
		}
		wantFields(t, list[0].(map[string]any), test.inList)
	}
}

func TestSentencesAreCutFromTheText(t *testing.T) {
	v := newVerbatim(t)
	var added addedJSON
	v.json(dispatch, &added, "add", "--json", "-")
	var shown articleJSON
	v.json("", &shown, "show", "--json", added.ID)
	if len(shown.Sentences) != added.Sentences || added.Sentences < 6 {
		t.Errorf("show has %d sentences, add says %d; want the same and 6 or more", len(shown.Sentences), added.Sentences)
	}
	for i, s := range shown.Sentences {
		if s.N != i+1 || shown.Text[s.Start:s.End] != s.Text {
			t.Errorf("sentence %d is %+v, and the text there is %q", i+1, s, shown.Text[s.Start:s.End])
		}
	}
	var answer answerJSON
	v.json("", &answer, "ask", "--json", "Combien a coûté le chantier ?")
	for _, c := range append(answer.Citations, answer.Closest...) {
		if shown.Text[c.Start:c.End] != c.Text || shown.Sentences[c.Sentence-1].Text != c.Text || !strings.Contains(c.Text, c.Quote) {
			t.Errorf("%+v is not sentence %d", c, c.Sentence)
		}
	}
}

func TestArticleOfTheNewsroom(t *testing.T) {
	dir := os.Getenv("VERBATIM_TESTDATA")
	if dir == "" {
		t.Skip("VERBATIM_TESTDATA is not set")
	}
	v := newVerbatim(t)
	var added addedJSON
	v.json("", &added, "add", "--json", filepath.Join(dir, "article.txt"))
	if !added.Added || added.Date != "2024-10" || added.Language != "fr" || added.Source != "article.txt" || added.Title == "" {
		t.Errorf("added %+v", added)
	}
	var again addedJSON
	v.json("", &again, "add", "--json", filepath.Join(dir, "article.txt"))
	if again.Added || again.ID != added.ID {
		t.Errorf("the second time: %+v, want the same id and nothing added", again)
	}
	for _, question := range []string{"Combien de soldats la Corée du Nord a-t-elle envoyés ?", "How many soldiers did North Korea send?"} {
		var answer answerJSON
		v.json("", &answer, "ask", "--json", question)
		if !answer.Answered || !strings.Contains(answer.Citations[0].Text, "10'000") {
			t.Errorf("%q is answered by %+v", question, answer.Citations)
		}
	}
}

func BenchmarkAsk(b *testing.B) {
	env := map[string]string{"VERBATIM_DATA": b.TempDir()}
	lookup := func(name string) (string, bool) { value, ok := env[name]; return value, ok }
	if status := run(b.Context(), []string{"add", "-"}, lookup, strings.NewReader(dispatch), io.Discard, io.Discard); status != statusDone {
		b.Fatal(status)
	}
	for b.Loop() {
		if status := run(b.Context(), []string{"ask", "Combien a coûté le chantier ?"}, lookup, strings.NewReader(""), io.Discard, io.Discard); status != statusDone {
			b.Fatal(status)
		}
	}
}

// withServer configures a model server that answers every completion alike.
func (v *verbatim) withServer(status int, body string) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body)) // the client sees what is missing
	}))
	v.t.Cleanup(server.Close)
	v.env["OPENAI_BASE_URL"] = server.URL + "/v1"
	v.env["OPENAI_MODEL"] = "small"
	v.env["OPENAI_API_KEY"] = "sk-very-secret"
}

func TestModelThatRefusesLeavesTheArticle(t *testing.T) {
	v := newVerbatim(t)
	v.run(dispatch, "add", "-")
	v.withServer(http.StatusUnauthorized, `{"error":{"message":"bad key sk-very-secret"}}`)
	var answer answerJSON
	v.json("", &answer, "ask", "--json", "Combien a coûté le chantier ?")
	if answer.Mode != "extractive" || answer.Warning == "" {
		t.Errorf("mode %q, warning %q; want an extractive answer with a warning", answer.Mode, answer.Warning)
	}
	var translation translationJSON
	v.json("", &translation, "translate", "--json")
	if len(translation.Sentences) < 6 {
		t.Fatalf("%d rows, want one for every sentence", len(translation.Sentences))
	}
	for i, s := range translation.Sentences {
		if s.N != i+1 || s.Translation != "" || s.Warning == "" {
			t.Errorf("row %d is %+v, want no translation and a warning", i+1, s)
		}
	}
	if _, stdout, stderr := v.run("", "ask", "Combien ?"); strings.Contains(stdout+stderr, "very-secret") {
		t.Errorf("the key is shown: %s%s", stdout, stderr)
	}
}

func TestModelTranslates(t *testing.T) {
	v := newVerbatim(t)
	v.run(dispatch, "add", "-")
	v.withServer(http.StatusOK, `{"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":`+
		`"{\"sentences\":[{\"sentence\":1,\"text\":\"The Tourlan lighthouse is lit again\"}]}"}}],"usage":{"prompt_tokens":7,"completion_tokens":3}}`)
	var got translationJSON
	v.json("", &got, "translate", "--json", "--sentence", "1")
	if len(got.Sentences) != 1 || got.Sentences[0].Translation != "The Tourlan lighthouse is lit again" || got.To != "en" || got.Mode != "llm" {
		t.Errorf("got %+v", got)
	}
	if got.Usage.Prompt != 7 || got.Usage.Completion != 3 {
		t.Errorf("usage is %+v, want 7 and 3", got.Usage)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	lookup := func(name string) (string, bool) { return t.TempDir(), name == "VERBATIM_DATA" }
	status := run(ctx, []string{"add", "-"}, lookup, strings.NewReader(dispatch), &out, &errs)
	if want := "verbatim: interrupted\n"; status != statusFailed || errs.String() != want {
		t.Errorf("status %d, %q; want %d, %q", status, errs.String(), statusFailed, want)
	}
}
