package knowledge

// Citation is a sentence of an article and the part of it that carries a claim.
type Citation struct {
	Article  *Article
	Sentence int  // the sentence's number
	Quote    Span // bytes of Article.Text inside the sentence; empty where no part stands out
}

// Text is the whole original sentence.
func (c Citation) Text() string { return c.Article.Cut(c.Span()) }

// Span is where the whole sentence stands, in bytes of Article.Text.
func (c Citation) Span() Span { return c.Article.Sentences[c.Sentence-1].Span }

// QuoteText is the part of the sentence that carries the claim, "" where none stands out.
func (c Citation) QuoteText() string { return c.Article.Cut(c.Quote) }

// Proof tells how it is known that the cited sentences say what a claim says.
type Proof string

// The kinds of proof, strongest first.
const (
	ProofVerbatim Proof = "verbatim" // the claim is the sentence itself
	ProofCode     Proof = "code"     // every part was accounted for by code
	ProofModel    Proof = "model"    // code found nothing wrong; an independent model call says that it follows
)

// Claim is a statement and the citations that prove it.
type Claim struct {
	Text      string
	Citations []int // positions from 1 in the list of citations that the claim is shown with
	Proof     Proof
}
