package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
	"verbatim/knowledge/sample"
)

// Asked is a question asked of one article, written for it by hand.
type Asked struct {
	Article  string   `json:"article"` // the article's ID
	Language string   `json:"lang"`
	Question string   `json:"question"`
	Right    []string `json:"right"` // words that only sentences which answer have; empty: the article does not answer
	Hard     bool     `json:"hard"`  // it does not answer, though it is on the subject
}

// ReadAsked reads a folder of articles (*.txt) and the questions asked of them
// (questions.jsonl). The articles' IDs are their file names without the ending.
func ReadAsked(folder string) (articles []*knowledge.Article, questions []Asked, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, nil, err
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		read, err := ingest.Text(data, "")
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		read.Article.ID = strings.TrimSuffix(filepath.Base(name), ".txt")
		articles = append(articles, read.Article)
	}
	data, err := os.ReadFile(filepath.Join(folder, "questions.jsonl"))
	if err != nil {
		return nil, nil, err
	}
	err = lines(bytes.NewReader(data), func(line []byte) error {
		var q Asked
		err := json.Unmarshal(line, &q)
		questions = append(questions, q)
		return err
	})
	return articles, questions, err
}

// Answers tells whether a sentence of an article (by its number) answers.
func (q *Asked) Answers(a *knowledge.Article, number int) bool {
	text := a.Cut(a.Sentences[number-1].Span)
	for _, words := range q.Right {
		if strings.Contains(text, words) {
			return true
		}
	}
	return false
}

// ReadDispatch reads the questions asked of the sample article: rows
// {"language","question","right"}, right empty where it does not answer.
func ReadDispatch(data []byte) (questions []Asked, err error) {
	err = lines(bytes.NewReader(data), func(line []byte) error {
		var row struct{ Language, Question, Right string }
		err := json.Unmarshal(line, &row)
		q := Asked{Article: sample.Article().ID, Language: row.Language, Question: row.Question, Hard: row.Right == ""}
		if row.Right != "" {
			q.Right = []string{row.Right}
		}
		questions = append(questions, q)
		return err
	})
	return questions, err
}
