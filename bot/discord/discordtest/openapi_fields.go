package discordtest

import (
	"fmt"
	"maps"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// unknownField names the first field that is not described, "" where all are.
// Discord ignores such fields, and so does the description: a misspelt one
// would pass. Empty values pass here too, as libraries send them along.
func unknownField(value any, schemas []*openapi3.Schema, at string) string {
	schemas = alternatives(schemas)
	switch v := value.(type) {
	case []any:
		var items []*openapi3.Schema
		for _, s := range schemas {
			if s.Items != nil {
				items = append(items, s.Items.Value)
			}
		}
		for k, inner := range v {
			if found := unknownField(inner, items, fmt.Sprintf("%s/%d", at, k)); found != "" {
				return found
			}
		}
	case object:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			fields, open := fieldsNamed(name, schemas)
			if open || empty(v[name]) {
				continue
			}
			if len(fields) == 0 {
				return at + "/" + name
			}
			if found := unknownField(v[name], fields, at+"/"+name); found != "" {
				return found
			}
		}
	}
	return ""
}

// fieldsNamed are the schemas of a field in any of the alternatives; open says
// that one of them takes fields of any name.
func fieldsNamed(name string, schemas []*openapi3.Schema) (fields []*openapi3.Schema, open bool) {
	described := false
	for _, s := range schemas {
		if s.AdditionalProperties.Schema != nil {
			return nil, true
		}
		described = described || len(s.Properties) > 0
		if p := s.Properties[name]; p != nil {
			fields = append(fields, p.Value)
		}
	}
	return fields, !described
}

// alternatives are schemas with all that they are composed of.
func alternatives(schemas []*openapi3.Schema) []*openapi3.Schema {
	var out []*openapi3.Schema
	for _, s := range schemas {
		out = append(out, s)
		for _, refs := range []openapi3.SchemaRefs{s.OneOf, s.AnyOf, s.AllOf} {
			for _, ref := range refs {
				out = append(out, alternatives([]*openapi3.Schema{ref.Value})...)
			}
		}
	}
	return out
}

func empty(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	}
	return false
}
