package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
)

// process is the real program, built and run on a Discord of this process.
type process struct {
	*discordtest.Server
	b   *testing.B
	cmd *exec.Cmd
}

func started(b *testing.B) *process {
	b.Helper()
	if _, err := os.Stat("/proc/self/status"); err != nil {
		b.Skip("resident memory is read from /proc")
	}
	program := filepath.Join(b.TempDir(), "verbatim")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	p := &process{Server: discordtest.New(b, discordtest.Options{Patience: time.Minute}), b: b}
	environment := append(os.Environ(), "DISCORD_TOKEN="+discordtest.Token, "DISCORD_API_URL="+p.URL, "VERBATIM_DATA="+b.TempDir(), "VERBATIM_LOG=error")
	add := exec.Command(program, "add", "-")
	add.Env, add.Stdin = environment, strings.NewReader(dispatch)
	if out, err := add.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	var stderr bytes.Buffer
	p.cmd = exec.Command(program, "run")
	p.cmd.Env, p.cmd.Stderr = environment, &stderr
	if err := p.cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
			b.Error(err)
		}
		if err := p.cmd.Wait(); err != nil {
			b.Errorf("%v: %s", err, &stderr)
		}
	})
	ctx, cancel := context.WithTimeout(b.Context(), time.Minute)
	defer cancel()
	if err := p.WaitReady(ctx); err != nil {
		b.Fatal(err)
	}
	return p
}

// resident is the program's resident memory in MB once it has been idle for a
// second.
func (p *process) resident() float64 {
	p.b.Helper()
	time.Sleep(time.Second)
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		p.b.Fatal(err)
	}
	return float64(kilobytes) / 1000
}

// interactions has the bot answer so many interactions, fifty at once.
func (p *process) interactions(n int) {
	p.b.Helper()
	for done := 0; done < n; done += 50 {
		var all []*discordtest.Interaction
		for k := range 50 {
			switch k % 5 {
			case 0:
				all = append(all, p.Command("help"))
			case 1:
				all = append(all, p.Command("articles", discordtest.Sub("list")))
			case 2:
				all = append(all, p.Command("ask", discordtest.String("question", fmt.Sprintf("Qui est le gardien numéro %d du phare ?", done+k))))
			default:
				all = append(all, p.Command("ask", discordtest.String("question", fmt.Sprintf("Combien a coûté le chantier, vu le %d du mois ?", done+k))))
			}
		}
		for _, i := range all {
			if _, err := i.Message(p.b.Context()); err != nil {
				p.b.Fatal(err)
			}
		}
	}
}

// BenchmarkIdleMemory is the resident memory of the bot when it is connected
// and nobody has asked, and after one question. The time means nothing.
func BenchmarkIdleMemory(b *testing.B) {
	p := started(b)
	for b.Loop() {
		idle := p.resident()
		p.interactions(50)
		b.ReportMetric(idle, "idle-MB")
		b.ReportMetric(p.resident(), "asked-MB")
	}
}

// BenchmarkTwentyThousandInteractions is how the resident memory grows after
// the first 2,000 of 20,000 interactions. The time means nothing.
func BenchmarkTwentyThousandInteractions(b *testing.B) {
	p := started(b)
	for b.Loop() {
		p.interactions(2000)
		first := p.resident()
		p.interactions(18000)
		last := p.resident()
		b.ReportMetric(first, "after-2000-MB")
		b.ReportMetric(last, "after-20000-MB")
		b.ReportMetric(last-first, "growth-MB")
	}
}
