package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"

	"verbatim/knowledge/eval"
)

type evalCmd struct {
	Task      string `enum:"sentence,passage" default:"sentence" help:"What is ranked: the sentences of the row's article, or all contexts (sentence, passage)."`
	Questions string `help:"Ask the questions of this file in place of the data's." placeholder:"FILE"`
	JSON      bool   `name:"json" help:"Print one JSON object."`
	Dump      string `help:"Write the ranking of each question to this file." placeholder:"OUT.jsonl"`
	Data      string `arg:"" name:"data.jsonl" help:"Rows of id, title, context, question, answer, answer_start."`
}

func (evalCmd) Help() string {
	return `Example:

    verbatim eval --task passage --json data.jsonl`
}

func (c *evalCmd) Run(ctx context.Context, p *program) (err error) {
	data, err := os.Open(c.Data)
	if err != nil {
		return err
	}
	defer data.Close() //nolint:errcheck // it was only read
	o := eval.Options{Task: eval.Task(c.Task)}
	if c.Questions != "" {
		f, err := os.Open(c.Questions)
		if err != nil {
			return err
		}
		defer f.Close() //nolint:errcheck // it was only read
		o.Questions = bufio.NewReader(f)
	}
	if c.Dump != "" {
		f, err := os.Create(c.Dump)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		o.Dump = f
	}
	s, err := eval.Run(ctx, bufio.NewReader(data), o)
	if err != nil {
		return err
	}
	if c.JSON {
		return writeJSON(p.stdout, s)
	}
	_, err = fmt.Fprintf(p.stdout, "%d questions on %d articles, %s task\nhit@1 %.4f  hit@3 %.4f  hit@5 %.4f  MRR@10 %.4f\n%.0f questions/s\n",
		s.Questions, s.Articles, s.Task, s.Hit1, s.Hit3, s.Hit5, s.MRR, s.PerSecond)
	return err
}
