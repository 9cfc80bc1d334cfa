package page_test

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// browser is a headless Chromium with one tab, spoken to over the DevTools
// protocol (https://chromedevtools.github.io/devtools-protocol/).
type browser struct {
	t    *testing.T
	conn *websocket.Conn

	mu       sync.Mutex
	last     int
	waiting  map[int]chan reply
	loaded   chan struct{}
	complain []string // what the console and the network said that they should not
	asked    []string // addresses
	reading  sync.WaitGroup
}

type reply struct {
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Message string `json:"message"`
	} `json:"error"`
}

var listening = regexp.MustCompile(`DevTools listening on ws://([^/]+)/`)

// open starts the browser that VERBATIM_CHROMIUM names; without it the test is
// skipped. It ends with the test.
func open(t *testing.T) *browser {
	t.Helper()
	binary := os.Getenv("VERBATIM_CHROMIUM")
	if binary == "" {
		t.Skip("VERBATIM_CHROMIUM is not set")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	profile, err := os.MkdirTemp("", "verbatim-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(ctx, binary, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--disable-dev-shm-usage",
		"--remote-debugging-port=0", "--remote-allow-origins=*", "--user-data-dir="+profile, "about:blank")
	errs, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	var draining sync.WaitGroup
	t.Cleanup(func() {
		stop := time.AfterFunc(10*time.Second, cancel)
		draining.Wait()
		_ = command.Wait() // how it ended is no matter
		stop.Stop()
		cancel()
		if err := os.RemoveAll(profile); err != nil {
			t.Log(err)
		}
	})
	host := ""
	lines := bufio.NewScanner(errs)
	for host == "" && lines.Scan() {
		if m := listening.FindStringSubmatch(lines.Text()); m != nil {
			host = m[1]
		}
	}
	if host == "" {
		t.Fatal("the browser does not say where it listens")
	}
	draining.Go(func() {
		for lines.Scan() { // a full pipe would stop it
		}
	})
	return attach(t, host)
}

func attach(t *testing.T, host string) *browser {
	t.Helper()
	response, err := http.Get("http://" + host + "/json/list")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var tabs []struct {
		Type      string `json:"type"`
		WebSocket string `json:"webSocketDebuggerUrl"`
	}
	if err := json.NewDecoder(response.Body).Decode(&tabs); err != nil {
		t.Fatal(err)
	}
	for _, tab := range tabs {
		if tab.Type != "page" {
			continue
		}
		conn, _, err := websocket.DefaultDialer.Dial(tab.WebSocket, nil)
		if err != nil {
			t.Fatal(err)
		}
		b := &browser{t: t, conn: conn, waiting: map[int]chan reply{}, loaded: make(chan struct{}, 8)}
		b.reading.Go(b.read)
		t.Cleanup(b.close)
		for _, domain := range []string{"Page", "Runtime", "Log", "Network", "Accessibility"} {
			b.do(domain+".enable", nil, nil)
		}
		return b
	}
	t.Fatal("the browser has no tab")
	return nil
}

// close has the browser end by itself, its processes with it; who hangs is
// killed later.
func (b *browser) close() {
	_ = b.conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	if err := b.conn.WriteJSON(map[string]any{"id": -1, "method": "Browser.close"}); err != nil {
		b.t.Log(err)
	}
	b.reading.Wait()
	_ = b.conn.Close()
}

// read hands replies to who waits for them and keeps what went wrong.
func (b *browser) read() {
	for {
		var m struct {
			ID     int    `json:"id"`
			Method string `json:"method"`
			Params struct {
				Request struct {
					URL string `json:"url"`
				} `json:"request"`
			} `json:"params"`
			reply
		}
		_, data, err := b.conn.ReadMessage()
		if err != nil || json.Unmarshal(data, &m) != nil {
			return
		}
		b.mu.Lock()
		switch m.Method {
		case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
			b.complain = append(b.complain, string(data))
		case "Network.requestWillBeSent":
			b.asked = append(b.asked, m.Params.Request.URL)
		case "Page.loadEventFired":
			b.loaded <- struct{}{}
		}
		if w := b.waiting[m.ID]; w != nil {
			delete(b.waiting, m.ID)
			w <- m.reply
		}
		b.mu.Unlock()
	}
}

// do sends one command and waits for its result.
func (b *browser) do(method string, params, result any) {
	b.t.Helper()
	done := make(chan reply, 1)
	b.mu.Lock()
	b.last++
	id := b.last
	b.waiting[id] = done
	b.mu.Unlock()
	if params == nil {
		params = map[string]any{}
	}
	if err := b.conn.WriteJSON(map[string]any{"id": id, "method": method, "params": params}); err != nil {
		b.t.Fatal(err)
	}
	select {
	case r := <-done:
		if r.Error != nil {
			b.t.Fatalf("%s: %s", method, r.Error.Message)
		}
		if result != nil {
			if err := json.Unmarshal(r.Result, result); err != nil {
				b.t.Fatalf("%s: %v", method, err)
			}
		}
	case <-time.After(time.Minute):
		b.t.Fatalf("%s: no reply", method)
	}
}

// show loads a page from a file and returns the file's address.
func (b *browser) show(html string) string {
	b.t.Helper()
	name := filepath.Join(b.t.TempDir(), "page.html")
	if err := os.WriteFile(name, []byte(html), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.do("Page.navigate", map[string]any{"url": "file://" + name}, nil)
	select {
	case <-b.loaded:
	case <-time.After(time.Minute):
		b.t.Fatal("the page does not load")
	}
	return "file://" + name
}

// eval runs an expression once the page has drawn what was done to it, and
// returns what it gives as text.
func (b *browser) eval(expression string) string {
	b.t.Helper()
	b.run("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
	return b.run("String(" + expression + ")")
}

// run runs an expression at once.
func (b *browser) run(expression string) string {
	b.t.Helper()
	var r struct {
		Result struct {
			Value any `json:"value"`
		} `json:"result"`
		ExceptionDetails json.RawMessage `json:"exceptionDetails"`
	}
	// DevTools evaluates outside the page's content security policy.
	b.do("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &r)
	if r.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", expression, r.ExceptionDetails)
	}
	s, _ := r.Result.Value.(string)
	return s
}

// click presses the mouse on the middle of the first element that a selector finds.
func (b *browser) click(selector string) {
	b.t.Helper()
	at := strings.Split(b.run(`(() => { const e = document.querySelector(`+quote(selector)+`); e.scrollIntoView({block: 'center', behavior: 'instant'});
		const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2].join(','); })()`), ",")
	var x, y json.Number = json.Number(at[0]), json.Number(at[1])
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		b.do("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1}, nil)
	}
}

// press presses a key.
func (b *browser) press(key string, code int) {
	b.t.Helper()
	down := map[string]any{"type": "keyDown", "key": key, "windowsVirtualKeyCode": code}
	if key == "Enter" {
		down["text"] = "\r"
	}
	b.do("Input.dispatchKeyEvent", down, nil)
	b.do("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}, nil)
}

// view sets the window's width and the system's theme.
func (b *browser) view(width, height int, theme string) {
	b.t.Helper()
	b.do("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}, nil)
	b.do("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{
		{"name": "prefers-color-scheme", "value": theme}, {"name": "prefers-reduced-motion", "value": "reduce"}}}, nil)
}

// shots is where screenshots are kept to be looked at: the folder that
// VERBATIM_SHOTS names, or one that goes with the test.
func (b *browser) shots() string {
	if dir := os.Getenv("VERBATIM_SHOTS"); dir != "" {
		return dir
	}
	return b.t.TempDir()
}

// keep writes what a command of the browser's gives as base64 to a file.
func (b *browser) keep(name, method string, params map[string]any) []byte {
	b.t.Helper()
	var r struct {
		Data string `json:"data"`
	}
	b.do(method, params, &r)
	data, err := base64.StdEncoding.DecodeString(r.Data)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(b.shots(), name), data, 0o600); err != nil {
		b.t.Fatal(err)
	}
	return data
}

func quote(s string) string {
	data, _ := json.Marshal(s) // a string always marshals
	return string(data)
}
