package modeltest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
)

// description is OpenAI's official description, nil where tests run without it.
var description = sync.OnceValues(func() (*openapi3.T, error) {
	dir := os.Getenv("VERBATIM_TESTDATA")
	if dir == "" {
		return nil, nil
	}
	loader := openapi3.NewLoader()
	return loader.LoadFromFile(filepath.Join(dir, "reference", "openai-openapi.yaml"))
})

// validate holds a request's body against the description.
func validate(r *http.Request, body []byte) error {
	doc, err := description()
	if doc == nil {
		return err
	}
	path := r.URL.Path[len("/v1"):]
	item := doc.Paths.Find(path)
	if item == nil || item.GetOperation(r.Method) == nil {
		return fmt.Errorf("no operation %s %s", r.Method, path)
	}
	op := item.GetOperation(r.Method)
	if op.RequestBody == nil {
		if len(bytes.TrimSpace(body)) > 0 {
			return fmt.Errorf("a body where none is taken")
		}
		return nil
	}
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		return err
	}
	schema := op.RequestBody.Value.Content.Get("application/json").Schema.Value
	return schema.VisitJSON(value, openapi3.EnableJSONSchema2020(), openapi3.MultiErrors())
}
