package page_test

import (
	_ "embed"
	"math"
	"regexp"
	"strconv"
	"testing"
)

//go:embed page.css
var style string

var variable = regexp.MustCompile(`--([a-z]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);`)

// TestContrast wants 4.5:1 for every text on the ground that it stands on (WCAG
// 2.2, 1.4.3), and 3:1 for what outlines a control (1.4.11).
func TestContrast(t *testing.T) {
	colours := map[string][2]string{}
	for _, m := range variable.FindAllStringSubmatch(style, -1) {
		colours[m[1]] = [2]string{m[2], m[3]}
	}
	for _, pair := range []struct {
		text, ground string
		least        float64
	}{
		{"ink", "paper", 4.5}, {"ink", "panel", 4.5}, {"ink", "lit", 4.5}, {"ink", "mark", 4.5},
		{"soft", "paper", 4.5}, {"soft", "panel", 4.5}, {"soft", "lit", 4.5}, {"soft", "mark", 3},
		{"link", "paper", 4.5}, {"link", "panel", 4.5}, {"link", "lit", 4.5},
		{"paper", "link", 4.5}, {"paper", "ink", 4.5},
		{"warn", "paper", 4.5}, {"warn", "panel", 4.5},
	} {
		for theme, name := range []string{"light", "dark"} {
			text, ground := colours[pair.text][theme], colours[pair.ground][theme]
			if text == "" || ground == "" {
				t.Fatalf("--%s or --%s is not there", pair.text, pair.ground)
			}
			if got := contrast(t, text, ground); got < pair.least {
				t.Errorf("%s: --%s on --%s is %.2f:1, want %.1f:1", name, pair.text, pair.ground, got, pair.least)
			}
		}
	}
}

// TestColoursAreVariables holds TestContrast: a colour that is written
// elsewhere would not be measured.
func TestColoursAreVariables(t *testing.T) {
	rest := variable.ReplaceAllString(style, "")
	if found := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|opacity`).FindString(rest); found != "" {
		t.Errorf("%s stands outside the variables", found)
	}
}

// contrast is WCAG's ratio of two colours, from 1 to 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is WCAG's relative luminance of an sRGB colour, six hexadecimal digits.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(colour[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestContrastItself(t *testing.T) {
	if got := contrast(t, "000000", "ffffff"); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white is %v, want 21", got)
	}
}
