package discordtest

import (
	"encoding/json"
	"fmt"
)

// parseModal reads and checks the form that a callback opens; s.mu is held.
func (s *Server) parseModal(raw json.RawMessage) *Modal {
	var in struct {
		CustomID   string      `json:"custom_id"`
		Title      string      `json:"title"`
		Components []Component `json:"components"`
	}
	say := func(_, format string, args ...any) { s.violate("modal", format, args...) }
	if err := json.Unmarshal(raw, &in); err != nil {
		say("", "it cannot be read: %v", err)
		return &Modal{}
	}
	if n := runes(in.Title); n < 1 || n > 45 {
		say("", "a title of %d characters, 1 to 45", n)
	}
	if n := runes(in.CustomID); n < 1 || n > 100 {
		say("", "a custom_id of %d characters, 1 to 100", n)
	}
	if n := len(in.Components); n < 1 || n > 5 {
		say("", "%d components, 1 to 5", n)
	}
	m := &Modal{CustomID: in.CustomID, Title: in.Title}
	for _, c := range in.Components {
		switch {
		case c.Type == actionRow && len(c.Components) == 1 && c.Components[0].Type == textInput:
			if n := runes(c.Components[0].Label); n < 1 || n > 45 {
				say("", "an input's label of %d characters, 1 to 45", n)
			}
			m.Inputs = append(m.Inputs, c.Components[0])
		case c.Type == label && c.Inner != nil:
			if n := runes(c.Label); n < 1 || n > 45 {
				say("", "a label of %d characters, 1 to 45", n)
			}
			m.Inputs = append(m.Inputs, *c.Inner)
		case c.Type == textDisplay:
		default:
			say("", "a component of type %d", c.Type)
		}
	}
	for _, c := range m.Inputs {
		checkTextInput(c, say)
	}
	checkIDs(in.Components, say)
	return m
}

func checkTextInput(c Component, say complaint) {
	if c.CustomID == "" {
		say("", "an input without custom_id")
	}
	if c.Type != textInput {
		return
	}
	if c.Style != 1 && c.Style != styleParagraph {
		say("", "input %q of style %d", c.CustomID, c.Style)
	}
	least, most := lengths(c)
	if least < 0 || least > 4000 || most < 1 || most > 4000 || least > most {
		say("", "input %q of %d to %d characters", c.CustomID, least, most)
	}
	if n := runes(c.Placeholder); n > 100 {
		say("", "a placeholder of %d characters, at most 100", n)
	}
	if n := runes(c.Value); n > most {
		say("", "input %q filled with %d characters, at most %d", c.CustomID, n, most)
	}
}

func lengths(c Component) (least, most int) {
	most = 4000
	if c.MinLength != nil {
		least = *c.MinLength
	}
	if c.MaxLength != nil {
		most = *c.MaxLength
	}
	return least, most
}

// checkInput says why a person could not fill an input so.
func checkInput(c Component, value string) error {
	required := c.Required == nil || *c.Required
	least, most := lengths(c)
	switch n := runes(value); {
	case n == 0 && required:
		return fmt.Errorf("input %q is required", c.CustomID)
	case n == 0:
		return nil
	case n < least || n > most:
		return fmt.Errorf("input %q takes %d to %d characters, not %d", c.CustomID, least, most, n)
	}
	return nil
}

// parseChoices reads and checks the suggestions of an autocomplete; s.mu is held.
func (s *Server) parseChoices(raw json.RawMessage) []Choice {
	var in struct {
		Choices *[]Choice `json:"choices"`
	}
	if err := json.Unmarshal(raw, &in); err != nil || in.Choices == nil {
		s.violate("autocomplete", "choices that cannot be read: %v", err)
		return nil
	}
	if n := len(*in.Choices); n > 25 {
		s.violate("autocomplete", "%d choices, at most 25", n)
	}
	for _, c := range *in.Choices {
		s.checkChoice("autocomplete", c)
	}
	return *in.Choices
}

func (s *Server) checkChoice(rule string, c Choice) {
	if n := runes(c.Name); n < 1 || n > 100 {
		s.violate(rule, "a choice's name of %d characters, 1 to 100", n)
	}
	for _, name := range c.NameLocalizations {
		if n := runes(name); n < 1 || n > 100 {
			s.violate(rule, "a choice's localized name of %d characters, 1 to 100", n)
		}
	}
	if v, ok := c.Value.(string); ok && (runes(v) < 1 || runes(v) > 100) {
		s.violate(rule, "a choice's value of %d characters, 1 to 100", runes(v))
	}
	if c.Value == nil {
		s.violate(rule, "choice %q without value", c.Name)
	}
}
