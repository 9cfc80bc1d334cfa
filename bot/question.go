package bot

import "verbatim/knowledge"

// The bounds on what is asked.
const (
	MaxQuestion = 1000 // runes
	MaxFreeText = 4000 // runes of a text to translate
)

// Question is one question as a face hands it in.
type Question struct {
	Text    string
	Owner   Owner  // whose articles are seen beside the global ones
	Asker   Owner  // who asks: the Owner pays, a person within a guild has a share; as Owner where it is empty
	Article string // id of the one article to ask; "" asks all that are seen
	Locale  string // "fr" or "en": language of the frame where the text does not tell; "" is French
	Before  []Turn // the conversation so far, oldest first
	Private bool   // nothing of it is kept
	// Progress, where it is not nil, is called as the work goes on, never at once with itself.
	Progress func(Stage)
}

// Turn is a question that was asked before, and what was answered.
type Turn struct {
	Question string
	Articles []string // ids of the articles that the answer cited
	Answer   string   // Answer.Text

	Claims    []knowledge.Claim // of the answer, where its report may be asked for
	Citations []knowledge.Citation
}

// SummaryRequest asks for a summary.
type SummaryRequest struct {
	Owner    Owner
	Asker    Owner
	Article  string // "" is the article that was added last
	Length   Length
	Language string // "fr" or "en"
	Progress func(Stage)
}

// Length is how long a summary is.
type Length string

// The lengths and how many points they have at most.
const (
	Short  Length = "short"  // 3
	Medium Length = "medium" // 5
	Long   Length = "long"   // 10
)

// Points is how many points a summary of this length has at most.
func (l Length) Points() int {
	switch l {
	case Short:
		return 3
	case Long:
		return 10
	default:
		return 5
	}
}

// TranslationRequest asks for a translation of an article.
type TranslationRequest struct {
	Owner    Owner
	Asker    Owner
	Article  string // "" is the article that was added last
	Sentence int    // one sentence alone; 0 is all
	To       string // "en"
	Progress func(Stage)
}
