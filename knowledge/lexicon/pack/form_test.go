package main

import (
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

const folder = ".." // the lexicon's folder

var (
	headwordForm   = regexp.MustCompile(`^[a-z0-9][a-z0-9' .&/-]*[a-z0-9.]$|^[a-z]$`)
	equivalentForm = regexp.MustCompile(`^[a-zà-ÿœæ0-9][a-zà-ÿœæ0-9' .-]*$`)
)

func TestTopicsKeepTheirForm(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(folder, "topics", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no topics: %v", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) { checkTopic(t, f) })
	}
}

func checkTopic(t *testing.T, path string) {
	var lines []string
	seen := map[string]bool{}
	err := eachLine(path, func(line string) error {
		lines = append(lines, line)
		if !norm.NFC.IsNormalString(line) || strings.TrimSpace(line) != line || strings.Contains(line, "  ") {
			t.Errorf("%q: not NFC, or white space that should not be there", line)
		}
		e, err := parseEntry(line)
		if err != nil {
			return err
		}
		headword := e.headwords[0]
		if len(e.headwords) != 1 || !headwordForm.MatchString(headword) || strings.HasPrefix(headword, "to ") {
			t.Errorf("%q: bad headword", line)
		}
		if e.speech != "" && !strings.Contains("nvad", e.speech) {
			t.Errorf("%q: the part of speech is one of n, v, a, d", line)
		}
		if seen[headword+" "+e.speech] {
			t.Errorf("%q: the headword stands twice in this file", line)
		}
		seen[headword+" "+e.speech] = true
		if len(e.equivalents) > 5 {
			t.Errorf("%q: more than five equivalents", line)
		}
		once := map[string]bool{}
		for _, text := range e.equivalents {
			if !equivalentForm.MatchString(text) || once[text] {
				t.Errorf("%q: bad or repeated equivalent %q", line, text)
			}
			once[text] = true
			if falseFriends[headword] == text {
				t.Errorf("%q: %q is a false friend", line, text)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if !sort.SliceIsSorted(lines, func(i, j int) bool { return before(lines[i], lines[j]) }) {
		t.Errorf("not sorted: go run ./knowledge/lexicon/pack -sort %s", path)
	}
}

// falseFriends are pairs that look alike and mean different things.
var falseFriends = map[string]string{
	"actually": "actuellement", "actual": "actuel", "library": "librairie", "eventually": "éventuellement",
	"eventual": "éventuel", "sensible": "sensible", "deception": "déception", "deceive": "décevoir", "attend": "attendre",
	"assist": "assister", "demand": "demander", "pretend": "prétendre", "rest": "rester", "resume": "résumer",
	"journey": "journée", "chance": "chance", "location": "location", "lecture": "lecture", "college": "collège",
	"figure": "figure", "comprehensive": "compréhensif", "confidence": "confidence", "convene": "convenir",
	"currently": "couramment", "delay": "délai", "editor": "éditeur", "evidence": "évidence",
	"fabric": "fabrique", "grape": "grappe", "inhabited": "inhabité",
	"injury": "injure", "issue": "issue", "large": "large", "medicine": "médecin", "novel": "nouvelle", "phrase": "phrase", "physician": "physicien",
	"preservative": "préservatif", "process": "procès", "prejudice": "préjudice", "relief": "relief", "retire": "retirer", "scholar": "scolaire",
	"sentence": "sentence", "stage": "stage", "store": "store", "support": "supporter", "surname": "surnom",
	"sympathetic": "sympathique", "vest": "veste", "versatile": "versatile",
	"inconvenient": "inconvénient", "labor": "labour", "labour": "labour",
	"lunatic": "lunatique", "luxury": "luxure", "money": "monnaie", "patron": "patron", "petrol": "pétrole", "rude": "rude", "spectacles": "spectacle", "tentative": "tentative",
	"advertisement": "avertissement", "agonize": "agoniser", "appointment": "appointements",
	"blessed": "blessé", "bribe": "bribe", "candid": "candide",
	"car": "car", "cave": "cave", "coin": "coin", "concussion": "concussion", "consistent": "consistant",
	"engine": "engin", "furniture": "fourniture", "hazard": "hasard", "mundane": "mondain", "nurse": "nourrice", "ostensibly": "ostensiblement",
	"pain": "pain", "propriety": "propriété",
	"proper": "propre", "roman": "roman", "trespass": "trépasser", "trivial": "trivial", "vacancy": "vacances"}

func TestFalseFriendsStandNowhere(t *testing.T) {
	pairs, err := readPairs(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pairs {
		if falseFriends[p.english] == p.french {
			t.Errorf("%s: %s", p.english, p.french)
		}
	}
}

func TestNamesAndRelationsCanBeRead(t *testing.T) {
	if _, err := build(folder); err != nil {
		t.Fatal(err)
	}
}

func TestPackedFilesAreUpToDate(t *testing.T) {
	tables, err := build(folder)
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for name, lines := range tables {
		got, err := os.ReadFile(filepath.Join(folder, "packed", name+".flate"))
		if err != nil {
			t.Fatal(err)
		}
		total += len(got)
		if string(got) != string(deflate(lines)) {
			t.Errorf("packed/%s.flate is old: go generate ./knowledge/lexicon", name)
		}
	}
	if total > 1<<20 {
		t.Errorf("the packed tables have %d bytes, want 1 MiB at most", total)
	}
}
