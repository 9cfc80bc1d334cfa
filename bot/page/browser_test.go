package page_test

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"
	"testing"

	"verbatim/bot/page"
)

// quiet checks that nothing was said on the console and nothing asked for but
// the page itself.
func (b *browser) quiet(address string) {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complain {
		b.t.Errorf("the browser says %s", c)
	}
	for _, a := range b.asked {
		if before, _, _ := strings.Cut(a, "#"); before != address {
			b.t.Errorf("the page asks for %s", a)
		}
	}
}

func TestMarksLightTheirSentences(t *testing.T) {
	b := open(t)
	b.view(1280, 900, "light")
	address := b.show(render(t, document(t, "fr", false)))
	const (
		mark = ".asked a.c[data-to]"
		lit  = "[...document.querySelectorAll('.lit')].map(e => e.id)"
	)
	if got := b.eval(lit); got != "" {
		t.Errorf("before any click %s is lit", got)
	}
	want := strings.TrimPrefix(b.eval("document.querySelector('"+mark+"').hash"), "#")
	text := b.eval("document.querySelector('#" + want + " .t').textContent")
	b.click(mark)
	if got := b.eval(lit); got != want {
		t.Errorf("a click lights %q, want %s", got, want)
	}
	if got := b.eval("document.querySelector('[aria-current]').id"); got != "" && got != want {
		t.Errorf("aria-current is on %q", got)
	}
	if got := b.eval("document.getElementById('" + want + "').getAttribute('aria-current')"); got != "true" {
		t.Errorf("the lit sentence's aria-current is %q", got)
	}
	if got := b.eval("document.activeElement.id"); got != want {
		t.Errorf("the focus is on %q, want the sentence", got)
	}
	part := b.eval("document.querySelector('mark').textContent")
	if part == "" || part == text || !strings.Contains(text, part) {
		t.Errorf("the part that is marked is %q of %q", part, text)
	}
	if got := b.eval("document.querySelector('#" + want + " .t').textContent"); got != text {
		t.Errorf("lighting changes the sentence to %q", got)
	}
	if got := b.eval("(() => { const r = document.querySelector('.lit').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()"); got != "true" {
		t.Error("the lit sentence is out of sight")
	}
	b.press("Escape", 27)
	if got := b.eval(lit + " + '|' + document.querySelectorAll('mark').length + '|' + document.activeElement.matches('a.c')"); got != "|0|true" {
		t.Errorf("after Escape: %s; want nothing lit and the focus on the mark", got)
	}
	b.quiet(address)
}

func TestKeysGoFromMarkToMark(t *testing.T) {
	b := open(t)
	address := b.show(render(t, document(t, "en", true)))
	b.eval("document.querySelector('a.c').focus()")
	b.press("Enter", 13)
	first := b.eval("document.querySelector('.lit').id")
	b.press("j", 74)
	at := b.eval("[...document.querySelectorAll('a.c')].indexOf(document.activeElement)")
	if at != "1" {
		t.Errorf("j leads to mark %s, want 1", at)
	}
	b.press("Enter", 13)
	if second := b.eval("document.querySelector('.lit').id"); second == first {
		t.Errorf("the second mark lights %s again", second)
	}
	b.press("k", 75)
	if at := b.eval("[...document.querySelectorAll('a.c')].indexOf(document.activeElement)"); at != "0" {
		t.Errorf("k leads to mark %s, want 0", at)
	}
	b.run("new Promise(done => { addEventListener('hashchange', () => done()); history.back(); })")
	if got := b.eval("document.querySelector('.lit').id"); got != first {
		t.Errorf("the way back lights %s, want %s", got, first)
	}
	b.quiet(address)
}

func TestThemes(t *testing.T) {
	b := open(t)
	b.view(1280, 900, "dark")
	address := b.show(render(t, document(t, "fr", false)))
	const ground = "getComputedStyle(document.body).backgroundColor"
	dark := b.eval(ground)
	b.click("#theme")
	light := b.eval(ground)
	if dark == light {
		t.Errorf("the button leaves the ground %s", light)
	}
	if got := b.eval("document.getElementById('theme').getAttribute('aria-pressed')"); got != "false" {
		t.Errorf("aria-pressed is %s in the light theme", got)
	}
	b.click("#theme")
	if got := b.eval(ground); got != dark {
		t.Errorf("pressed again the ground is %s, want %s", got, dark)
	}
	b.quiet(address)
}

func TestWithoutScriptTheTargetIsLit(t *testing.T) {
	b := open(t)
	b.do("Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
	b.show(render(t, document(t, "fr", false)))
	b.click("a.c")
	b.do("Emulation.setScriptExecutionDisabled", map[string]any{"value": false}, nil)
	if got := b.eval("getComputedStyle(document.querySelector(':target')).backgroundColor"); got == "" || got == "rgba(0, 0, 0, 0)" {
		t.Errorf("the target's ground is %q", got)
	}
	if got := b.eval("document.getElementById('theme').hidden"); got != "true" {
		t.Error("a button that does nothing is shown")
	}
}

func TestAccessibilityTree(t *testing.T) {
	b := open(t)
	b.show(render(t, document(t, "fr", true)))
	var tree struct {
		Nodes []struct {
			Ignored bool `json:"ignored"`
			Role    struct {
				Value string `json:"value"`
			} `json:"role"`
			Name struct {
				Value string `json:"value"`
			} `json:"name"`
		} `json:"nodes"`
	}
	b.do("Accessibility.getFullAXTree", nil, &tree)
	roles := map[string]int{}
	for _, n := range tree.Nodes {
		if n.Ignored {
			continue
		}
		roles[n.Role.Value]++
		if named := n.Role.Value == "link" || n.Role.Value == "button" || n.Role.Value == "heading" || n.Role.Value == "article"; named && n.Name.Value == "" {
			t.Errorf("a %s has no name", n.Role.Value)
		}
	}
	for role, want := range map[string]int{"banner": 1, "main": 1, "contentinfo": 1, "article": 1, "region": 2, "button": 1} {
		if roles[role] != want {
			t.Errorf("%d of role %s, want %d", roles[role], role, want)
		}
	}
}

func TestNothingIsWiderThanTheWindow(t *testing.T) {
	b := open(t)
	for _, translated := range []bool{false, true} {
		d := document(t, "fr", translated)
		b.show(render(t, d))
		for _, width := range []int{320, 390, 700, 900, 1280, 1920} {
			b.view(width, 800, "light")
			if got := b.eval("document.documentElement.scrollWidth"); got != fmt.Sprint(width) {
				t.Errorf("translated %v, width %d: the page is %s wide", translated, width, got)
			}
		}
		b.view(390, 800, "light")
		beside := b.eval("(() => { const r = document.querySelector('.row'); return !r || r.children[1].getBoundingClientRect().top >= r.children[0].getBoundingClientRect().bottom; })()")
		if beside != "true" {
			t.Error("on a phone the translation does not stand below its sentence")
		}
	}
}

// TestScreenshots takes the pictures that are looked at (VERBATIM_SHOTS keeps
// them) and checks that each shows something, and that the themes differ.
func TestScreenshots(t *testing.T) {
	b := open(t)
	pages := map[string]page.Document{
		"plain-fr": document(t, "fr", false), "plain-en": document(t, "en", false), "both-fr": document(t, "fr", true),
		"both-en": document(t, "en", true), "sample-fr": sampleDocument(t, "fr"),
	}
	for name, d := range pages {
		b.show(render(t, d))
		grounds := map[string]bool{}
		for _, theme := range []string{"light", "dark"} {
			for device, size := range map[string][2]int{"desk": {1280, 1000}, "phone": {390, 844}} {
				b.view(size[0], size[1], theme)
				b.click(".asked a.c[data-to]")
				shot := b.keep(fmt.Sprintf("%s-%s-%s.png", name, device, theme), "Page.captureScreenshot", map[string]any{"captureBeyondViewport": true})
				picture, err := png.Decode(bytes.NewReader(shot))
				if err != nil {
					t.Fatal(err)
				}
				if got := picture.Bounds().Dx(); got != size[0] {
					t.Errorf("%s: the picture is %d wide, want %d", name, got, size[0])
				}
				grounds[fmt.Sprint(picture.At(1, 1))] = true
			}
		}
		if len(grounds) != 2 {
			t.Errorf("%s: the two themes have the grounds %v", name, grounds)
		}
		if pdf := b.keep(name+".pdf", "Page.printToPDF", map[string]any{"preferCSSPageSize": true}); !bytes.HasPrefix(pdf, []byte("%PDF-")) {
			t.Errorf("%s: printing gives no PDF", name)
		}
	}
}
