package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/bot/model/modeltest"
)

// ships is an article of n sentences; translator translates them.
func ships(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "Le port de Brest a reçu %d navires cette semaine. ", 1000+i)
		if i%8 == 0 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

var shipLine = regexp.MustCompile(`(?m)^\[(\d+)\] Le port de Brest a reçu (\d+) navires`)

// translator answers at a server, and remembers what it was asked.
type translator struct {
	mu    sync.Mutex
	calls int
	asked map[string]int // by the number of ships
	after func(call int) // before the answer
}

func (tr *translator) answer(r modeltest.Request) modeltest.Reply {
	type row struct {
		Sentence int    `json:"sentence"`
		Text     string `json:"text"`
	}
	rows := []row{}
	tr.mu.Lock()
	tr.calls++
	call := tr.calls
	for _, m := range shipLine.FindAllStringSubmatch(r.Last(), -1) {
		n, _ := strconv.Atoi(m[1])
		tr.asked[m[2]]++
		rows = append(rows, row{n, "The port of Brest received " + m[2] + " ships this week."})
	}
	tr.mu.Unlock()
	if tr.after != nil {
		tr.after(call)
	}
	text, _ := json.Marshal(map[string]any{"sentences": rows})
	return modeltest.Reply{Text: string(text)}
}

// TestKilledTranslationGoesOn kills the program in the middle of 200 sentences
// and runs it again: what was stored is not asked a second time.
func TestKilledTranslationGoesOn(t *testing.T) {
	server := modeltest.New(t)
	tr := &translator{asked: map[string]int{}}
	v := newVerbatim(t)
	v.env["OPENAI_BASE_URL"], v.env["OPENAI_MODEL"] = server.URL, "small"
	v.run(ships(200), "add", "-")
	killAtCall(t, v, server, tr, 12)
	before := tr.total()
	var cost costJSON
	v.json("", &cost, "translate", "--dry-run", "--json")
	if stored := 200 - cost.Sentences; stored < 8 || stored > before {
		t.Fatalf("%d sentences are stored of %d that were asked", stored, before)
	}
	// Another server: a call of the one that was killed may still be on its way.
	next := &translator{asked: map[string]int{}}
	other := modeltest.New(t)
	other.Answer(next.answer)
	v.env["OPENAI_BASE_URL"] = other.URL
	var got translationJSON
	v.json("", &got, "translate", "--json")
	for _, s := range got.Sentences {
		if s.Translation == "" {
			t.Errorf("row %d: %s", s.N, s.Warning)
		}
	}
	if again := next.total(); again != cost.Sentences {
		t.Errorf("%d sentences were asked after the kill, %d were not stored", again, cost.Sentences)
	}
	delete(v.env, "OPENAI_BASE_URL")
	got = translationJSON{}
	v.json("", &got, "translate", "--json", "--sentence", "7")
	if len(got.Sentences) != 1 || got.Sentences[0].Translation == "" || got.Model != "small" {
		t.Errorf("without a model what is stored is %+v", got)
	}
}

// killAtCall translates until a call of the model, and kills the program there.
func killAtCall(t *testing.T, v *verbatim, server *modeltest.Server, tr *translator, last int) {
	t.Helper()
	killed, started := make(chan struct{}), make(chan struct{})
	first := exec.CommandContext(t.Context(), asVerbatim(t), "translate")
	first.Env = append(os.Environ(), "VERBATIM_DATA="+v.env["VERBATIM_DATA"], "OPENAI_BASE_URL="+server.URL, "OPENAI_MODEL=small")
	tr.after = func(call int) {
		if call == last {
			<-started
			if err := first.Process.Kill(); err != nil {
				t.Error(err)
			}
			close(killed)
		}
		if call >= last {
			<-killed
		}
	}
	server.Answer(tr.answer)
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	close(started)
	if err := first.Wait(); err == nil {
		t.Fatal("the program was not killed")
	}
	select {
	case <-killed:
	case <-time.After(time.Minute):
		t.Fatalf("call %d never came", last)
	}
}

func (tr *translator) total() (n int) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	for _, times := range tr.asked {
		n += times
	}
	return n
}

// asVerbatim is the test's own program under the name that makes it verbatim.
func asVerbatim(t *testing.T) string {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := t.TempDir() + "/verbatim"
	if err := os.Symlink(program, link); err != nil {
		t.Fatal(err)
	}
	return link
}

func TestTranslateTo(t *testing.T) {
	v := newVerbatim(t)
	v.run(dispatch, "add", "-")
	for to, want := range map[string]int{"fr": statusMisuse, "tlh": statusMisuse, "de": statusFailed, "en": statusFailed} {
		status, _, stderr := v.run("", "translate", "--to", to)
		if status != want || !strings.Contains(stderr, "hint: ") {
			t.Errorf("--to %s: status %d, want %d: %s", to, status, want, stderr)
		}
	}
}
