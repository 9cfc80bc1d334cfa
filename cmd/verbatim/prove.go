package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"verbatim/knowledge/proof"
)

// maxPair bounds one row of pairs, in bytes.
const maxPair = 1 << 20

type proveCmd struct {
	JSON  bool   `name:"json" help:"Print one JSON object a line."`
	Pairs string `arg:"" name:"pairs.jsonl" help:"Rows of id, claim, sentences, date."`
}

func (proveCmd) Help() string {
	return `Reads each claim against the sentences that it cites, by code alone: proved, refuted or undecided, and why.

Example:

    echo '{"id":"1","claim":"…","sentences":["…"],"date":"2024-10"}' > pairs.jsonl
    verbatim prove --json pairs.jsonl`
}

// pair is a claim and what it cites, as a row has it.
type pair struct {
	ID        string   `json:"id"`
	Claim     string   `json:"claim"`
	Sentences []string `json:"sentences"`
	Date      string   `json:"date"`
}

type proved struct {
	ID      string        `json:"id"`
	Verdict proof.Verdict `json:"verdict"`
	Reasons []string      `json:"reasons"`
}

func (c *proveCmd) Run(ctx context.Context, p *program) error {
	f, err := os.Open(c.Pairs)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	out := bufio.NewWriter(p.stdout)
	rows := bufio.NewScanner(f)
	rows.Buffer(nil, maxPair)
	for n := 1; rows.Scan(); n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if strings.TrimSpace(rows.Text()) == "" {
			continue
		}
		var row pair
		if err := json.Unmarshal(rows.Bytes(), &row); err != nil || row.Claim == "" || len(row.Sentences) == 0 {
			return &failure{
				text: fmt.Sprintf("%s: line %d is no pair of a claim and its sentences", c.Pairs, n),
				hint: `each line looks like {"id":"1","claim":"…","sentences":["…"],"date":"2024-10"}`,
			}
		}
		if err := c.print(out, prove(row)); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("%s: %w", c.Pairs, err)
	}
	return out.Flush()
}

func prove(row pair) proved {
	f := proof.Claim(row.Claim, proof.Evidence{Sentences: row.Sentences, Date: row.Date})
	if f.Reasons == nil {
		f.Reasons = []string{}
	}
	return proved{ID: row.ID, Verdict: f.Verdict, Reasons: f.Reasons}
}

func (c *proveCmd) print(out *bufio.Writer, one proved) error {
	if c.JSON {
		return writeJSON(out, one)
	}
	_, err := fmt.Fprintf(out, "%s\t%s\t%s\n", oneLine(one.ID), one.Verdict, oneLine(strings.Join(one.Reasons, "; ")))
	return err
}
