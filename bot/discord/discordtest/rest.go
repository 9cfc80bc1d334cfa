package discordtest

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Route names an endpoint: the method and the path below the version.
type Route string

// The endpoints that are modelled.
const (
	RouteGateway       Route = "GET /gateway"
	RouteGatewayBot    Route = "GET /gateway/bot"
	RouteMe            Route = "GET /users/@me"
	RouteApplication   Route = "GET /applications/@me"
	RouteApplicationV9 Route = "GET /oauth2/applications/@me"
	RouteOpenDM        Route = "POST /users/@me/channels"

	RouteCallback       Route = "POST /interactions/{interaction}/{token}/callback"
	RouteFollowup       Route = "POST /webhooks/{app}/{token}"
	RouteGetAnswer      Route = "GET /webhooks/{app}/{token}/messages/{message}"
	RouteEditAnswer     Route = "PATCH /webhooks/{app}/{token}/messages/{message}" // @original too
	RouteDeleteAnswer   Route = "DELETE /webhooks/{app}/{token}/messages/{message}"
	RouteListCommands   Route = "GET /applications/{app}/commands"
	RoutePutCommands    Route = "PUT /applications/{app}/commands"
	RouteCreateCommand  Route = "POST /applications/{app}/commands"
	RouteDeleteCommand  Route = "DELETE /applications/{app}/commands/{command}"
	RouteListGuildCmds  Route = "GET /applications/{app}/guilds/{guild}/commands"
	RoutePutGuildCmds   Route = "PUT /applications/{app}/guilds/{guild}/commands"
	RouteCreateGuildCmd Route = "POST /applications/{app}/guilds/{guild}/commands"
	RouteDeleteGuildCmd Route = "DELETE /applications/{app}/guilds/{guild}/commands/{command}"

	RouteGetGuild      Route = "GET /guilds/{guild}"
	RouteGetChannel    Route = "GET /channels/{channel}"
	RouteGetMessages   Route = "GET /channels/{channel}/messages"
	RouteGetMessage    Route = "GET /channels/{channel}/messages/{message}"
	RouteCreateMessage Route = "POST /channels/{channel}/messages"
	RouteEditMessage   Route = "PATCH /channels/{channel}/messages/{message}"
	RouteDeleteMessage Route = "DELETE /channels/{channel}/messages/{message}"
	RouteTyping        Route = "POST /channels/{channel}/typing"
	RouteThreadBelow   Route = "POST /channels/{channel}/messages/{message}/threads"
	RouteThread        Route = "POST /channels/{channel}/threads"
)

// RouteSocket is the opening of a gateway connection, for [Server.Fail]; a
// fault on every route leaves it alone.
const RouteSocket Route = "GET gateway"

// call is one REST request under way.
type call struct {
	r     *http.Request
	route Route
	path  string
	body  []byte // JSON
	files []File
	at    time.Time // when it came, by the clock of the options
}

func (c *call) value(name string) string { return c.r.PathValue(name) }

// apiError is an answer of Discord that is no success.
type apiError struct {
	status  int
	code    int
	message string
	more    object // further fields
	raw     string // a body in place of all that
}

func fail(status, code int, message string) *apiError {
	return &apiError{status: status, code: code, message: message}
}

// reply is a success: its status, and its body unless nil.
type reply struct {
	status int
	body   any
}

type handler func(*call) (reply, *apiError)

// routes are the endpoints, the gateway's address and the files.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.gateway)
	mux.HandleFunc("GET /resume/{$}", s.gateway)
	mux.HandleFunc("GET /resume", s.gateway)
	mux.HandleFunc("GET /attachments/{id}/{name}", s.download)
	for route, h := range map[Route]handler{
		RouteGateway: s.getGateway, RouteGatewayBot: s.getGateway, RouteMe: s.getMe,
		RouteApplication: s.getApplication, RouteApplicationV9: s.getApplication, RouteOpenDM: s.openDM,
		RouteCallback: s.callback, RouteFollowup: s.followup,
		RouteGetAnswer: s.getAnswer, RouteEditAnswer: s.editAnswer, RouteDeleteAnswer: s.deleteAnswer,
		RouteListCommands: s.listCommands, RouteListGuildCmds: s.listCommands,
		RoutePutCommands: s.putCommands, RoutePutGuildCmds: s.putCommands,
		RouteCreateCommand: s.createCommand, RouteCreateGuildCmd: s.createCommand,
		RouteDeleteCommand: s.deleteCommand, RouteDeleteGuildCmd: s.deleteCommand,
		RouteGetGuild: s.getGuild, RouteGetChannel: s.getChannel, RouteGetMessages: s.getMessages, RouteGetMessage: s.getMessage,
		RouteCreateMessage: s.createMessage, RouteEditMessage: s.editMessage, RouteDeleteMessage: s.deleteMessage,
		RouteTyping: s.typing, RouteThreadBelow: s.createThread, RouteThread: s.createThread,
	} {
		method, path, _ := strings.Cut(string(route), " ")
		mux.HandleFunc(method+" /api/{version}"+path, func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, route, h) })
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.violate("route", "%s %s is no endpoint, or not modelled", r.Method, redact(r.URL.Path))
		s.mu.Unlock()
		writeError(w, fail(404, 0, "404: Not Found"))
	})
	return mux
}

// tokens in paths say nothing to a reader of a report.
var tokenInPath = regexp.MustCompile(`interaction-token-\d+`)

func redact(path string) string { return tokenInPath.ReplaceAllString(path, "TOKEN") }

// serve answers one REST request.
func (s *Server) serve(w http.ResponseWriter, r *http.Request, route Route, h handler) {
	version := r.PathValue("version")
	c := &call{r: r, route: route, path: strings.TrimPrefix(r.URL.Path, "/api/"+version), at: s.opt.Now()}
	out, bad := s.answer(w, c, version, h)
	status := out.status
	if bad != nil {
		status = bad.status
	}
	s.mu.Lock()
	s.requests = append(s.requests, Request{Method: r.Method, Path: c.path, Route: route, Body: c.body, Files: c.files, Status: status})
	s.touch()
	s.mu.Unlock()
	if status == 0 {
		panic(http.ErrAbortHandler) // a dropped connection
	}
	if bad != nil {
		writeError(w, bad)
		return
	}
	writeJSON(w, out.status, out.body)
}

func (s *Server) answer(w http.ResponseWriter, c *call, version string, h handler) (reply, *apiError) {
	if version != "v9" && version != "v10" {
		s.mu.Lock()
		s.violate("version", "REST version %q", version)
		s.mu.Unlock()
		return reply{}, fail(400, 50041, "Invalid API version")
	}
	if bad := s.readBody(c); bad != nil {
		return reply{}, bad
	}
	s.checkSecrets(c)
	if stop, bad := s.interfere(w, c); stop {
		return reply{}, bad
	}
	if bad := s.authorize(c); bad != nil {
		return reply{}, bad
	}
	s.checkOpenAPI(c)
	return h(c)
}

// authorize checks the bot's token; the token of an interaction is enough.
func (s *Server) authorize(c *call) *apiError {
	auth := c.r.Header.Get("Authorization")
	if c.value("token") != "" || c.route == RouteGateway {
		return nil
	}
	if auth != "Bot "+s.opt.Token {
		return fail(401, 0, "401: Unauthorized")
	}
	if agent := c.r.Header.Get("User-Agent"); !strings.HasPrefix(agent, "DiscordBot (") {
		s.mu.Lock()
		s.violate("user-agent", "%q; Discord wants DiscordBot (url, version)", agent)
		s.mu.Unlock()
	}
	return nil
}

func writeError(w http.ResponseWriter, e *apiError) {
	if e.raw != "" {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(e.status)
		_, _ = io.WriteString(w, e.raw)
		return
	}
	o := object{"code": e.code, "message": e.message}
	maps.Copy(o, e.more)
	writeJSON(w, e.status, o)
}

func writeJSON(w http.ResponseWriter, status int, body any) {
	if body == nil {
		w.WriteHeader(status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// toObject is v as JSON has it.
func toObject(v any) object {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("discordtest: " + err.Error())
	}
	var o object
	_ = json.Unmarshal(raw, &o)
	return o
}

func (s *Server) getGateway(c *call) (reply, *apiError) {
	o := object{"url": s.gatewayURL()}
	if c.route == RouteGatewayBot {
		s.mu.Lock()
		left := s.opt.Sessions - s.starts
		s.mu.Unlock()
		o["shards"] = s.opt.Shards
		o["session_start_limit"] = object{"total": 1000, "remaining": left, "reset_after": 14400000, "max_concurrency": s.opt.MaxConcurrency}
	}
	return reply{200, o}, nil
}

func (s *Server) getMe(*call) (reply, *apiError) {
	o := toObject(s.Bot)
	o["mfa_enabled"], o["locale"], o["verified"], o["email"] = true, "en-US", true, nil
	return reply{200, o}, nil
}

func (s *Server) getApplication(*call) (reply, *apiError) {
	return reply{200, object{"id": s.Bot.ID, "name": s.Bot.Username, "description": "", "owner": s.User, "flags": 0,
		"bot_public": true, "bot_require_code_grant": false, "verify_key": strings.Repeat("0", 64), "icon": nil}}, nil
}

func (s *Server) getGuild(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, g := range s.world.guilds {
		if g.ID == c.value("guild") && !g.Foreign {
			return reply{200, s.guildCreate(g)}, nil
		}
	}
	return reply{}, fail(404, 10004, "Unknown Guild")
}

func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	f, ok := s.world.files[r.PathValue("id")]
	s.mu.Unlock()
	if !ok || f.Name != r.PathValue("name") {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", f.ContentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(f.Data)))
	_, _ = io.Copy(w, strings.NewReader(string(f.Data)))
}
