package discordtest

import (
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"net/url"
	"strings"
)

// maxUpload bounds one file, and with it all files of a message; in bytes.
const maxUpload = 10 << 20

// File is a file as it is uploaded.
type File struct {
	Name        string
	ContentType string
	Data        []byte
	Field       string // of the form: "files[0]"
}

// readBody reads the request, JSON or multipart, within bounds.
func (s *Server) readBody(c *call) *apiError {
	tooLarge := fail(413, 40005, "Request entity too large")
	data, err := io.ReadAll(io.LimitReader(c.r.Body, maxUpload+1<<20))
	if err != nil {
		return fail(400, 50109, "The request body contains invalid JSON.")
	}
	if len(data) == maxUpload+1<<20 {
		s.complain("upload", "%s with more than %d bytes", c.route, maxUpload)
		return tooLarge
	}
	kind, params, _ := mime.ParseMediaType(c.r.Header.Get("Content-Type"))
	switch {
	case len(data) == 0:
		if kind == "application/json" {
			s.complain("request", "%s with Content-Type application/json and no body", c.route)
			return fail(400, 50109, "The request body contains invalid JSON.")
		}
	case kind == "application/json":
		c.body = data
	case kind == "multipart/form-data":
		if bad := s.readForm(c, data, params["boundary"]); bad != nil {
			return bad
		}
	default:
		s.complain("request", "%s with Content-Type %q", c.route, kind)
		return fail(415, 0, "Unsupported Media Type")
	}
	if c.body != nil && !json.Valid(c.body) {
		s.complain("request", "%s with a body that is not JSON", c.route)
		return fail(400, 50109, "The request body contains invalid JSON.")
	}
	return nil
}

func (s *Server) readForm(c *call, data []byte, boundary string) *apiError {
	form := multipart.NewReader(strings.NewReader(string(data)), boundary)
	total := 0
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			s.complain("upload", "%s with a form that cannot be read: %v", c.route, err)
			return fail(400, 50035, "Invalid Form Body")
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return fail(400, 50035, "Invalid Form Body")
		}
		if part.FormName() == "payload_json" {
			c.body = content
			continue
		}
		if part.FileName() == "" {
			s.complain("upload", "%s with a form part %q that is neither payload_json nor a file", c.route, part.FormName())
			continue
		}
		total += len(content)
		c.files = append(c.files, File{Name: part.FileName(), ContentType: part.Header.Get("Content-Type"), Data: content, Field: part.FormName()})
	}
	if total > maxUpload {
		s.complain("upload", "%s with %d bytes of files, more than %d", c.route, total, maxUpload)
		return fail(413, 40005, "Request entity too large")
	}
	if len(c.files) > 10 {
		s.complain("upload", "%s with %d files, more than 10", c.route, len(c.files))
		return fail(400, 50035, "Invalid Form Body")
	}
	if c.body == nil {
		c.body = []byte("{}")
	}
	return nil
}

// complain is violate without the lock held.
func (s *Server) complain(rule, format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.violate(rule, format, args...)
}

// addFile makes an attachment that can be downloaded; s.mu is held.
func (s *Server) addFile(f File) Attachment {
	if f.ContentType == "" {
		f.ContentType = "application/octet-stream"
	}
	id := s.id()
	s.world.files[id] = f
	at := s.base + "/attachments/" + id + "/" + url.PathEscape(f.Name)
	return Attachment{ID: id, Filename: f.Name, ContentType: f.ContentType, Size: len(f.Data), URL: at, ProxyURL: at}
}

// Download is the file behind an attachment.
func (s *Server) Download(a Attachment) (File, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.world.files[a.ID]
	return f, ok
}
