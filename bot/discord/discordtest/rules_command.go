package discordtest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// nameShape is Discord's rule for names of chat-input commands and options.
var nameShape = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// locales are those that Discord knows.
var locales = strings.Fields("id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko")

// checkCommands holds commands to Discord's rules; s.mu is held.
func (s *Server) checkCommands(list []Command) {
	count, names := map[int]int{}, map[string]bool{}
	for _, c := range list {
		kind := max(c.Type, 1)
		say := func(format string, args ...any) {
			s.violate("commands", "%q: "+format, append([]any{c.Name}, args...)...)
		}
		count[kind]++
		key := fmt.Sprint(kind, c.Name)
		if names[key] {
			say("twice")
		}
		names[key] = true
		checkCommand(c, kind, say)
	}
	for kind, most := range map[int]int{1: 100, 2: 15, 3: 15} {
		if count[kind] > most {
			s.violate("commands", "%d commands of type %d, at most %d", count[kind], kind, most)
		}
	}
}

func checkCommand(c Command, kind int, say remark) {
	switch kind {
	case 1:
		checkNames(c.Name, c.NameLocalizations, say)
		checkDescriptions(c.Description, c.DescriptionLocalizations, say)
		checkOptions(c.Options, 0, say)
		if n := size(c); n > 8000 {
			say("%d characters of names, descriptions and values, at most 8000", n)
		}
	case 2, 3:
		if n := runes(c.Name); n < 1 || n > 32 {
			say("a name of %d characters, 1 to 32", n)
		}
		checkLocales(c.NameLocalizations, 32, say)
		if c.Description != "" || len(c.Options) > 0 {
			say("a context-menu command with description or options")
		}
	default:
		say("a command of type %d", kind)
	}
	if p := c.DefaultMemberPermissions; p != nil {
		if _, err := strconv.ParseInt(*p, 10, 64); err != nil {
			say("default_member_permissions %q", *p)
		}
	}
	for _, x := range c.Contexts {
		if x < 0 || x > 2 {
			say("a context %d", x)
		}
	}
	for _, x := range c.IntegrationTypes {
		if x < 0 || x > 1 {
			say("an integration type %d", x)
		}
	}
}

type remark func(format string, args ...any)

func checkNames(name string, localized map[string]string, say remark) {
	for _, n := range append([]string{name}, values(localized)...) {
		if !nameShape.MatchString(n) || strings.ToLower(n) != n {
			say("name %q: 1 to 32 lower-case letters, digits, - or _", n)
		}
	}
	checkLocales(localized, 32, say)
}

func checkDescriptions(text string, localized map[string]string, say remark) {
	if n := runes(text); n < 1 || n > 100 {
		say("a description of %d characters, 1 to 100", n)
	}
	checkLocales(localized, 100, say)
}

func checkLocales(m map[string]string, most int, say remark) {
	for key, text := range m {
		if !slices.Contains(locales, key) {
			say("unknown locale %q", key)
		}
		if n := runes(text); n < 1 || n > most {
			say("a localization %q of %d characters, 1 to %d", key, n, most)
		}
	}
}

func values(m map[string]string) []string {
	var out []string
	for _, v := range m {
		out = append(out, v)
	}
	return out
}

// checkOptions checks options at a depth: 0 below the command, 1 below a
// subcommand or group, 2 below a group's subcommand.
func checkOptions(list []CommandOption, depth int, say remark) {
	if len(list) > 25 {
		say("%d options, at most 25", len(list))
	}
	optional, names, subs := false, map[string]bool{}, 0
	for _, o := range list {
		checkNames(o.Name, o.NameLocalizations, say)
		checkDescriptions(o.Description, o.DescriptionLocalizations, say)
		if names[o.Name] {
			say("option %q twice", o.Name)
		}
		names[o.Name] = true
		if o.Type == 1 || o.Type == 2 {
			subs++
			if o.Type == 2 && depth > 0 || depth > 1 {
				say("%q is nested too deep", o.Name)
			}
			if o.Required {
				say("subcommand %q is required", o.Name)
			}
			checkOptions(o.Options, depth+1, say)
			continue
		}
		if o.Type < 1 || o.Type > 11 {
			say("option %q of type %d", o.Name, o.Type)
		}
		if o.Required && optional {
			say("required option %q after an optional one", o.Name)
		}
		optional = optional || !o.Required
		checkOption(o, say)
	}
	if subs > 0 && subs < len(list) {
		say("subcommands beside options")
	}
}

func checkOption(o CommandOption, say remark) {
	choosable := o.Type == 3 || o.Type == 4 || o.Type == 10
	if (o.Autocomplete || len(o.Choices) > 0) && !choosable {
		say("option %q of type %d with choices or autocomplete", o.Name, o.Type)
	}
	if o.Autocomplete && len(o.Choices) > 0 {
		say("option %q with both choices and autocomplete", o.Name)
	}
	if len(o.Choices) > 25 {
		say("option %q with %d choices, at most 25", o.Name, len(o.Choices))
	}
	for _, c := range o.Choices {
		value, text := c.Value.(string)
		if n := runes(c.Name); n < 1 || n > 100 || text && (runes(value) < 1 || runes(value) > 100) || text != (o.Type == 3) {
			say("option %q: choice %q: name and value have 1 to 100 characters, the value has the option's type", o.Name, c.Name)
		}
		checkLocales(c.NameLocalizations, 100, say)
	}
	if (o.MinLength != nil || o.MaxLength != nil) && o.Type != 3 || (o.MinValue != nil || o.MaxValue != nil) && o.Type != 4 && o.Type != 10 {
		say("option %q of type %d with bounds of another type", o.Name, o.Type)
	}
	if n := o.MinLength; n != nil && (*n < 0 || *n > 6000) {
		say("option %q: min_length %d, 0 to 6000", o.Name, *n)
	}
	if n := o.MaxLength; n != nil && (*n < 1 || *n > 6000) {
		say("option %q: max_length %d, 1 to 6000", o.Name, *n)
	}
}

// size is what the bound of 8000 counts.
func size(c Command) int {
	n := runes(c.Name) + runes(c.Description)
	for _, o := range c.Options {
		n += optionSize(o)
	}
	return n
}

func optionSize(o CommandOption) int {
	n := runes(o.Name) + runes(o.Description)
	for _, c := range o.Choices {
		n += runes(c.Name)
		if v, ok := c.Value.(string); ok {
			n += runes(v)
		}
	}
	for _, inner := range o.Options {
		n += optionSize(inner)
	}
	return n
}

// checkCall says why a person could not call a command with these options.
// While an option is being typed others may be missing.
func checkCall(defined []CommandOption, given []object, complete bool) error {
	have := map[string]object{}
	for _, g := range given {
		have[g["name"].(string)] = g
	}
	for _, o := range defined {
		g, ok := have[o.Name]
		delete(have, o.Name)
		switch {
		case !ok && o.Required && complete:
			return fmt.Errorf("option %q is required", o.Name)
		case !ok:
			continue
		case g["type"] != o.Type:
			return fmt.Errorf("option %q is of type %d, not %v", o.Name, o.Type, g["type"])
		}
		if inner, sub := g["options"].([]object); sub {
			if err := checkCall(o.Options, inner, complete); err != nil {
				return fmt.Errorf("%s: %w", o.Name, err)
			}
			continue
		}
		if err := checkGiven(o, g); err != nil {
			return err
		}
	}
	for name := range have {
		return fmt.Errorf("there is no option %q", name)
	}
	if subs := len(defined) > 0 && defined[0].Type <= 2; subs && len(given) != 1 {
		return fmt.Errorf("%d subcommands are called", len(given))
	}
	return nil
}

func checkGiven(o CommandOption, g object) error {
	focused, _ := g["focused"].(bool)
	if focused && !o.Autocomplete {
		return fmt.Errorf("option %q has no autocomplete", o.Name)
	}
	text, _ := g["value"].(string)
	n := runes(text)
	switch {
	case focused || o.Type != 3:
	case o.MinLength != nil && n < *o.MinLength, o.MaxLength != nil && n > *o.MaxLength, n > 6000:
		return fmt.Errorf("option %q takes no text of %d characters", o.Name, n)
	case len(o.Choices) > 0 && !slices.ContainsFunc(o.Choices, func(c Choice) bool { return c.Value == text }):
		return fmt.Errorf("option %q has no choice %q", o.Name, text)
	}
	return nil
}
