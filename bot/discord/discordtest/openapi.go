package discordtest

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
)

// OpenAPI is Discord's official description of its REST API.
type OpenAPI struct {
	doc   *openapi3.T
	paths []string

	mu   sync.Mutex
	seen map[string]error // by operation and body: a check takes some 10 ms
}

// Description loads Discord's official description once in a process, in half
// a second. It is nil where the environment does not name VERBATIM_TESTDATA.
var Description = sync.OnceValues(func() (*OpenAPI, error) {
	folder := os.Getenv("VERBATIM_TESTDATA")
	if folder == "" {
		return nil, nil
	}
	doc, err := openapi3.NewLoader().LoadFromFile(filepath.Join(folder, "reference", "discord-openapi.json"))
	if err != nil {
		return nil, fmt.Errorf("discord's description: %w", err)
	}
	return &OpenAPI{doc: doc, paths: slices.Sorted(slices.Values(doc.Paths.Keys())), seen: map[string]error{}}, nil
})

// Check says in what a request differs from the description. path is below
// the version; body is JSON or empty.
func (o *OpenAPI) Check(method, path string, query url.Values, body []byte) error {
	op := o.operation(method, path)
	if op == nil {
		return fmt.Errorf("%s %s is not described", method, redact(path))
	}
	for name, given := range query {
		p := op.Parameters.GetByInAndName("query", name)
		if p == nil {
			return fmt.Errorf("query parameter %q is not described", name)
		}
		if len(given) != 1 {
			return fmt.Errorf("query parameter %q stands %d times", name, len(given))
		}
		if kind := p.Schema.Value.Type; kind.Is("boolean") && given[0] != "true" && given[0] != "false" {
			return fmt.Errorf("query parameter %q is %q, not a boolean", name, given[0])
		} else if _, err := strconv.Atoi(given[0]); kind.Is("integer") && err != nil {
			return fmt.Errorf("query parameter %q is %q, not a number", name, given[0])
		}
	}
	if op.RequestBody == nil {
		if len(body) > 0 && string(body) != "null" && string(body) != "{}" {
			return fmt.Errorf("a body where none is described")
		}
		return nil
	}
	if len(body) == 0 {
		if op.RequestBody.Value.Required {
			return fmt.Errorf("a body is missing")
		}
		return nil
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	key := op.OperationID + string(body)
	err, ok := o.seen[key]
	if !ok {
		if err = o.checkBody(op, body); len(o.seen) < 1000 {
			o.seen[key] = err
		}
	}
	return err
}

func (o *OpenAPI) checkBody(op *openapi3.Operation, body []byte) error {
	media := op.RequestBody.Value.Content.Get("application/json")
	if media == nil {
		return fmt.Errorf("JSON is not taken")
	}
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		return err
	}
	mend(value)
	schema := o.callbackSchema(value)
	if schema == nil || op.OperationID != "create_interaction_response" {
		schema = media.Schema
	}
	if err := schema.Value.VisitJSON(value, openapi3.EnableJSONSchema2020()); err != nil {
		return fmt.Errorf("%.900s", err.Error())
	}
	if field := unknownField(value, []*openapi3.Schema{schema.Value}, ""); field != "" {
		return fmt.Errorf("field %s is not described", field)
	}
	return nil
}

// callbackSchema is the one schema for a callback's type, so that a report
// does not list in what the callback differs from all others.
func (o *OpenAPI) callbackSchema(value any) *openapi3.SchemaRef {
	body, _ := value.(object)
	kind, _ := body["type"].(float64)
	names := map[int]string{CallbackMessage: "CreateMessage", CallbackDeferred: "CreateMessage", CallbackDeferredUpdate: "UpdateMessage",
		CallbackUpdate: "UpdateMessage", CallbackModal: "Modal"}
	if name := names[int(kind)]; name != "" {
		return o.doc.Components.Schemas[name+"InteractionCallbackRequest"]
	}
	if kind == CallbackAutocomplete {
		return o.doc.Components.Schemas["ApplicationCommandAutocompleteCallbackRequest"]
	}
	return nil
}

// mend changes what Discord takes and its description does not know:
// default_member_permissions as a string, and numbers for attachments' ids.
func mend(value any) {
	switch v := value.(type) {
	case []any:
		for _, inner := range v {
			mend(inner)
		}
	case object:
		mend(v["data"])
		list, _ := v["attachments"].([]any)
		for _, a := range list {
			if a, ok := a.(object); ok {
				if n, ok := a["id"].(float64); ok {
					a["id"] = strconv.Itoa(int(n))
				}
			}
		}
		if text, ok := v["default_member_permissions"].(string); ok {
			if n, err := strconv.ParseInt(text, 10, 64); err == nil {
				v["default_member_permissions"] = float64(n)
			}
		}
	}
}

// operation finds what is described for a request: of the paths that fit the
// one with most literal parts.
func (o *OpenAPI) operation(method, path string) *openapi3.Operation {
	var best *openapi3.Operation
	most := -1
	for _, candidate := range o.paths {
		literal, ok := fits(candidate, path)
		if !ok || literal <= most {
			continue
		}
		if op := o.doc.Paths.Find(candidate).GetOperation(method); op != nil {
			best, most = op, literal
		}
	}
	return best
}

// fits says whether a path is one of a template's, and how many of its parts
// are literal there.
func fits(template, path string) (literal int, ok bool) {
	want, got := strings.Split(template, "/"), strings.Split(path, "/")
	if len(want) != len(got) {
		return 0, false
	}
	for k := range want {
		switch {
		case strings.HasPrefix(want[k], "{"):
		case want[k] == got[k]:
			literal++
		default:
			return 0, false
		}
	}
	return literal, true
}

// checkOpenAPI holds a request against the description, where there is one.
func (s *Server) checkOpenAPI(c *call) {
	o, err := Description()
	if err != nil {
		s.complain("openapi", "%v", err)
	}
	if o == nil {
		return
	}
	if err := o.Check(c.r.Method, c.path, c.r.URL.Query(), c.body); err != nil {
		s.complain("openapi", "%s: %v", c.route, err)
	}
}
