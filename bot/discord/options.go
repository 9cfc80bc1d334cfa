package discord

import (
	"encoding/json"
	"slices"
)

// options are those of the command, or of its subcommand.
func (d *interactionData) options() []option {
	if len(d.Options) == 1 && d.Options[0].Options != nil {
		return d.Options[0].Options
	}
	return d.Options
}

// text is the value of a string option, "" where it is not given.
func (d *interactionData) text(name string) string {
	options := d.options()
	n := slices.IndexFunc(options, func(o option) bool { return o.Name == name })
	if n < 0 {
		return ""
	}
	var s string
	if json.Unmarshal(options[n].Value, &s) != nil {
		return ""
	}
	return s
}

func (d *interactionData) flag(name string) bool {
	return slices.ContainsFunc(d.options(), func(o option) bool { return o.Name == name && string(o.Value) == "true" })
}

// input is what was typed into a modal's field.
func (d *interactionData) input(id string) string {
	var find func([]submitted) string
	find = func(rows []submitted) string {
		for _, r := range rows {
			if r.CustomID == id {
				return r.Value
			}
			if r.Component != nil {
				r.Components = append(r.Components, *r.Component)
			}
			if s := find(r.Components); s != "" {
				return s
			}
		}
		return ""
	}
	return find(d.Components)
}
