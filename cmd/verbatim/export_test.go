package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/store"
	"verbatim/prompts"
)

func TestExportShowsWhatIsStoredAndCallsNoModel(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("the model's server is asked for %s", r.URL)
	}))
	defer server.Close()
	v := newVerbatim(t)
	v.env["OPENAI_BASE_URL"], v.env["OPENAI_MODEL"] = server.URL, "mistral-small"
	var added addedJSON
	v.json(dispatch, &added, "add", "--json", "-")

	s, err := store.Open(t.Context(), v.env["VERBATIM_DATA"])
	if err != nil {
		t.Fatal(err)
	}
	const title = "The Tourlan lighthouse is lit again"
	key := bot.TranslationKey{Original: "Le phare de Tourlan rallumé", To: "en", Model: "mistral-small", Prompt: prompts.Version}
	if err := s.PutTranslations(t.Context(), map[bot.TranslationKey]string{key: title}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	questions := filepath.Join(t.TempDir(), "questions.txt")
	if err := os.WriteFile(questions, []byte("\ufeffCombien a coûté le chantier ?\r\n\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	status, page, stderr := v.run("", "export", "--html", "--language", "en", "--questions", questions, added.ID)
	if status != statusDone || stderr != "" {
		t.Fatalf("status %d: %s", status, stderr)
	}
	for _, want := range []string{title, "Machine translation by mistral-small", "No translation:", "Combien a coûté le chantier ?</h3>", "In brief"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q", want)
		}
	}
	if n := strings.Count(page, "</h3>"); n != 1 {
		t.Errorf("%d questions, want 1", n)
	}
}

func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	name, link := filepath.Join(dir, "page.html"), filepath.Join(dir, "link.html")
	if err := os.WriteFile(name, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(name, link); err != nil {
		t.Fatal(err)
	}
	if err := replaceFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name)
	info, statErr := os.Lstat(name)
	if err != nil || statErr != nil || string(data) != "new" || info.Mode().Perm() != 0o640 {
		t.Errorf("the file behind the link holds %q, mode %v: %v, %v", data, info.Mode(), err, statErr)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is no link any more: %v", err)
	}
	if err := replaceFile(dir, []byte("new")); err == nil {
		t.Error("a folder is written over")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".verbatim-*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}
