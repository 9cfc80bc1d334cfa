package eval

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

// maxLine bounds one row of a file, in bytes.
const maxLine = 1 << 24

// Row is one question of a data file.
type Row struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Context  string `json:"context"`
	Question string `json:"question"`
	Answer   string `json:"answer"`       // never read by a ranking
	Start    int    `json:"answer_start"` // in code points of Context; never read by a ranking

	article, context int
	answer           int // byte offset of the answer in Context
}

// Article is the number of the row's article in Set.Articles.
func (r *Row) Article() int { return r.article }

// Set is a data file: its rows, its distinct contexts in order of first
// appearance, and an article for each title.
type Set struct {
	Rows     []Row
	Contexts []string
	Articles []*knowledge.Article // their IDs are their numbers in the file

	contexts [][]int        // of each article, the numbers of its contexts
	start    []int          // of each context, where it stands in its article's text
	number   map[string]int // of an article's ID
}

// Read reads a data file, one JSON object a line, and builds the articles.
func Read(data io.Reader) (*Set, error) {
	set := &Set{number: map[string]int{}}
	contexts, titles := map[string]int{}, map[string]int{}
	var names []string
	err := lines(data, func(line []byte) error {
		var r Row
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		switch {
		case r.Context == "":
			return errors.New("it has no context")
		case r.Start < 0 || r.Start >= utf8.RuneCountInString(r.Context):
			return fmt.Errorf("answer_start %d is not in its context", r.Start)
		}
		var ok bool
		if r.article, ok = titles[r.Title]; !ok {
			r.article = len(names)
			titles[r.Title] = r.article
			names = append(names, r.Title)
			set.contexts = append(set.contexts, nil)
		}
		if r.context, ok = contexts[r.Context]; !ok {
			r.context = len(set.Contexts)
			contexts[r.Context] = r.context
			set.Contexts = append(set.Contexts, r.Context)
			set.contexts[r.article] = append(set.contexts[r.article], r.context)
		}
		r.answer = offset(r.Context, r.Start)
		set.Rows = append(set.Rows, r)
		return nil
	})
	if err == nil && len(set.Rows) == 0 {
		err = errors.New("there are no rows")
	}
	if err != nil {
		return nil, err
	}
	set.start = make([]int, len(set.Contexts))
	for i, name := range names {
		if err := set.build(i, name); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// build makes an article of a title and its contexts.
func (set *Set) build(number int, title string) error {
	texts := make([]string, len(set.contexts[number]))
	for i, c := range set.contexts[number] {
		texts[i] = set.Contexts[c]
	}
	a := *ingest.Paragraphs(title, texts)
	a.ID = strconv.Itoa(number)
	from := max(0, len(a.Text)-bytesOf(texts))
	for i, c := range set.contexts[number] {
		at := strings.Index(a.Text[min(from, len(a.Text)):], texts[i])
		if at < 0 {
			return fmt.Errorf("%s: context %d does not stand in its article", title, c)
		}
		set.start[c] = from + at
		from += at + len(texts[i])
	}
	set.number[a.ID] = len(set.Articles)
	set.Articles = append(set.Articles, &a)
	return nil
}

// bytesOf is the length of texts joined by blank lines.
func bytesOf(texts []string) (n int) {
	for _, t := range texts {
		n += len(t) + len("\n\n")
	}
	return n - len("\n\n")
}

// offset turns an offset in code points into one in bytes, white space at the
// place stepped over.
func offset(text string, points int) int {
	at := 0
	for ; points > 0 && at < len(text); points-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsSpace(r) {
			break
		}
		at += size
	}
	return at
}

// Ask puts the questions of a file in place of the data's; rows that it does
// not name are left out.
func (set *Set) Ask(questions io.Reader) error {
	asked := map[string]string{}
	err := lines(questions, func(line []byte) error {
		var q struct {
			ID       string `json:"id"`
			Question string `json:"question"`
			English  string `json:"question_en"`
		}
		err := json.Unmarshal(line, &q)
		asked[q.ID] = cmp.Or(q.English, q.Question)
		return err
	})
	if err != nil {
		return err
	}
	var rows []Row
	for _, r := range set.Rows {
		if q := asked[r.ID]; q != "" {
			r.Question = q
			rows = append(rows, r)
		}
	}
	set.Rows = rows
	return nil
}

// lines calls f with each line that is not blank.
func lines(r io.Reader, f func(line []byte) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, maxLine)
	for n := 1; sc.Scan(); n++ {
		line := bytes.TrimSpace(bytes.TrimPrefix(sc.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return sc.Err()
}

// Gold is the number of the sentence that holds a row's answer, 0 where there
// is none. Rankings must not call it.
func (set *Set) Gold(r *Row) int {
	at := set.start[r.context] + r.answer
	for _, s := range set.Articles[r.article].Sentences {
		if s.Start <= at && at < s.End {
			return s.Number
		}
	}
	return 0
}

// Without is a row's article without the row's own context, or nil where
// nothing is left: the same subject, and most likely no answer.
func (set *Set) Without(r *Row) *knowledge.Article {
	var texts []string
	for _, c := range set.contexts[r.article] {
		if c != r.context {
			texts = append(texts, set.Contexts[c])
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return ingest.Paragraphs(r.Title, texts)
}

// AnswerStart is where a row's answer begins in its article's text, in bytes.
// Rankings must not call it.
func (set *Set) AnswerStart(r *Row) int { return set.start[r.context] + r.answer }
