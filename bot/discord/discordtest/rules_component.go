package discordtest

import (
	"fmt"
	"slices"
)

// checkRows checks components of the first kind: rows of buttons or one select.
func checkRows(rows []Component, say complaint) {
	if len(rows) > 5 {
		say("components", "%d action rows, at most 5", len(rows))
	}
	for _, row := range rows {
		if row.Type != actionRow {
			say("components", "a component of type %d at the top; without components v2 only action rows stand there", row.Type)
			continue
		}
		checkRow(row, say)
	}
}

func checkRow(row Component, say complaint) {
	if len(row.Components) == 0 || len(row.Components) > 5 {
		say("components", "%d components in an action row, 1 to 5", len(row.Components))
	}
	for _, c := range row.Components {
		switch {
		case c.Type == button:
			checkButton(c, say)
		case c.Type >= stringSelect && c.Type <= channelSelect && c.Type != textInput:
			if len(row.Components) > 1 {
				say("components", "a select beside something else in its row")
			}
			checkSelect(c, say)
		default:
			say("components", "a component of type %d in an action row", c.Type)
		}
	}
}

func checkButton(c Component, say complaint) {
	if n := runes(c.Label); n > 80 {
		say("components", "a button's label of %d characters, at most 80", n)
	}
	if c.Label == "" && c.Emoji == nil && c.Style != stylePremium {
		say("components", "a button without label and emoji")
	}
	switch {
	case c.Style < 1 || c.Style > 6:
		say("components", "a button of style %d", c.Style)
	case c.Style == styleLink:
		if c.URL == "" || c.CustomID != "" {
			say("components", "link button %q needs an address and no custom_id", c.Label)
		}
		if runes(c.URL) > 512 {
			say("components", "a button's address of %d characters, at most 512", runes(c.URL))
		}
		checkURL(c.URL, "components", say)
	case c.Style != stylePremium && (c.CustomID == "" || c.URL != ""):
		say("components", "button %q needs a custom_id and no address", c.Label)
	}
}

func checkSelect(c Component, say complaint) {
	if c.CustomID == "" {
		say("components", "a select without custom_id")
	}
	if n := runes(c.Placeholder); n > 150 {
		say("components", "a placeholder of %d characters, at most 150", n)
	}
	if c.Type == stringSelect {
		if len(c.Options) == 0 || len(c.Options) > 25 {
			say("components", "%d options in a select, 1 to 25", len(c.Options))
		}
		values := map[string]bool{}
		for _, o := range c.Options {
			if runes(o.Label) < 1 || runes(o.Label) > 100 || runes(o.Value) < 1 || runes(o.Value) > 100 || runes(o.Description) > 100 {
				say("components", "option %q: label and value have 1 to 100 characters, a description at most 100", o.Label)
			}
			if values[o.Value] {
				say("components", "option value %q twice", o.Value)
			}
			values[o.Value] = true
		}
	}
	least, most := limitsOf(c)
	if least < 0 || least > 25 || most < 1 || most > 25 || least > most {
		say("components", "a select of %d to %d values", least, most)
	}
	if c.Type == stringSelect && most > len(c.Options) {
		say("components", "a select of up to %d values that has %d", most, len(c.Options))
	}
}

// limitsOf is how many values a select takes.
func limitsOf(c Component) (least, most int) {
	least, most = 1, 1
	if c.MinValues != nil {
		least = *c.MinValues
	}
	if c.MaxValues != nil {
		most = *c.MaxValues
	}
	return least, most
}

// checkTree checks components v2.
func checkTree(m *Message, say complaint) {
	all := flatten(m.Components)
	if len(all) > 40 {
		say("components", "%d components, at most 40", len(all))
	}
	if len(m.Components) == 0 {
		say("components", "components v2 without components")
	}
	total := 0
	for _, c := range all {
		if c.Type == textDisplay {
			total += runes(c.Content)
		}
	}
	if total > 4000 {
		say("components", "%d characters of text, at most 4000 over the message", total)
	}
	for _, c := range m.Components {
		checkNode(c, true, say)
	}
	for _, c := range all {
		if f := c.File; f != nil && !attached(m, f.URL) {
			say("components", "file %q is not attached", f.URL)
		}
	}
}

func attached(m *Message, address string) bool {
	return slices.ContainsFunc(m.Attachments, func(a Attachment) bool { return address == "attachment://"+a.Filename })
}

func checkNode(c Component, top bool, say complaint) {
	switch c.Type {
	case actionRow:
		checkRow(c, say)
	case section:
		checkSection(c, say)
	case textDisplay:
		if c.Content == "" {
			say("components", "an empty text")
		}
	case mediaGallery:
		if len(c.Items) < 1 || len(c.Items) > 10 {
			say("components", "%d pictures in a gallery, 1 to 10", len(c.Items))
		}
	case separator:
		if c.Spacing < 0 || c.Spacing > 2 {
			say("components", "a separator's spacing of %d", c.Spacing)
		}
	case fileComponent:
		if c.File == nil {
			say("components", "a file component without file")
		}
	case container:
		if !top {
			say("components", "a container inside another component")
		}
		if len(c.Components) == 0 {
			say("components", "an empty container")
		}
		for _, inner := range c.Components {
			checkNode(inner, false, say)
		}
	default:
		say("components", "a component of type %d in a message", c.Type)
	}
}

func checkSection(c Component, say complaint) {
	if len(c.Components) < 1 || len(c.Components) > 3 {
		say("components", "%d texts in a section, 1 to 3", len(c.Components))
	}
	for _, t := range c.Components {
		if t.Type != textDisplay {
			say("components", "a component of type %d in a section", t.Type)
			continue
		}
		checkNode(t, false, say)
	}
	switch {
	case c.Accessory == nil:
		say("components", "a section without accessory")
	case c.Accessory.Type == button:
		checkButton(*c.Accessory, say)
	case c.Accessory.Type != thumbnail:
		say("components", "an accessory of type %d", c.Accessory.Type)
	}
}

// checkIDs checks custom ids, whatever they are on.
func checkIDs(tree []Component, say complaint) {
	seen := map[string]bool{}
	for _, c := range flatten(tree) {
		if c.CustomID == "" {
			continue
		}
		if n := runes(c.CustomID); n > 100 {
			say("custom_id", "%d characters, at most 100: %q", n, c.CustomID)
		}
		if seen[c.CustomID] {
			say("custom_id", "%q twice in a message", c.CustomID)
		}
		seen[c.CustomID] = true
	}
}

// checkValues says what is wrong with what a test chooses in a select.
func checkValues(c Component, values []string) error {
	if least, most := limitsOf(c); len(values) < least || len(values) > most {
		return fmt.Errorf("%d values, it takes %d to %d", len(values), least, most)
	}
	for _, v := range values {
		if c.Type == stringSelect && !slices.ContainsFunc(c.Options, func(o SelectOption) bool { return o.Value == v }) {
			return fmt.Errorf("it has no value %q", v)
		}
	}
	return nil
}
