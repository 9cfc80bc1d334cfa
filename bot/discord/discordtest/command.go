package discordtest

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Command is a command as the bot registered it.
type Command struct {
	ID                       string            `json:"id,omitempty"`
	ApplicationID            string            `json:"application_id,omitempty"`
	GuildID                  string            `json:"guild_id,omitempty"`
	Version                  string            `json:"version,omitempty"`
	Type                     int               `json:"type,omitempty"` // 1 chat input, 2 user, 3 message
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations,omitempty"`
	Description              string            `json:"description"`
	DescriptionLocalizations map[string]string `json:"description_localizations,omitempty"`
	Options                  []CommandOption   `json:"options,omitempty"`
	DefaultMemberPermissions *string           `json:"default_member_permissions"`
	Contexts                 []int             `json:"contexts,omitempty"`          // 0 guild, 1 the bot's direct messages, 2 other private channels
	IntegrationTypes         []int             `json:"integration_types,omitempty"` // 0 guild, 1 user
	DMPermission             *bool             `json:"dm_permission,omitempty"`
	NSFW                     bool              `json:"nsfw,omitempty"`
}

// CommandOption is one option, subcommand or group of them.
type CommandOption struct {
	Type                     int               `json:"type"`
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations,omitempty"`
	Description              string            `json:"description"`
	DescriptionLocalizations map[string]string `json:"description_localizations,omitempty"`
	Required                 bool              `json:"required,omitempty"`
	Choices                  []Choice          `json:"choices,omitempty"`
	Options                  []CommandOption   `json:"options,omitempty"`
	Autocomplete             bool              `json:"autocomplete,omitempty"`
	MinValue                 *float64          `json:"min_value,omitempty"`
	MaxValue                 *float64          `json:"max_value,omitempty"`
	MinLength                *int              `json:"min_length,omitempty"`
	MaxLength                *int              `json:"max_length,omitempty"`
}

// Commands are the global commands that the bot registered.
func (s *Server) Commands() []Command { return s.commandsOf("") }

// GuildCommands are the commands that the bot registered in one guild.
func (s *Server) GuildCommands(g *Guild) []Command { return s.commandsOf(g.ID) }

func (s *Server) commandsOf(guild string) []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := []Command{}
	for _, c := range s.world.commands[guild] {
		out = append(out, *c)
	}
	return out
}

func (s *Server) listCommands(c *call) (reply, *apiError) {
	return reply{200, s.commandsOf(c.value("guild"))}, nil
}

// scope checks whose commands a call is about; s.mu is held.
func (s *Server) scope(c *call) (guild string, bad *apiError) {
	if c.value("app") != s.Bot.ID {
		s.violate("commands", "commands of application %q", c.value("app"))
		return "", fail(404, 10002, "Unknown Application")
	}
	guild = c.value("guild")
	if guild == "" || slices.ContainsFunc(s.world.guilds, func(g *Guild) bool { return g.ID == guild && !g.Foreign }) {
		return guild, nil
	}
	return "", fail(403, 50001, "Missing Access")
}

func (s *Server) putCommands(c *call) (reply, *apiError) {
	var in []Command
	err := json.Unmarshal(c.body, &in)
	s.mu.Lock()
	defer s.mu.Unlock()
	guild, bad := s.scope(c)
	if bad != nil {
		return reply{}, bad
	}
	if err != nil {
		s.violate("commands", "they cannot be read: %v", err)
		return reply{}, fail(400, 50035, "Invalid Form Body")
	}
	before := len(s.violations)
	s.checkCommands(in)
	if len(s.violations) > before {
		return reply{}, fail(400, 50035, "Invalid Form Body")
	}
	old := s.world.commands[guild]
	var list []*Command
	for _, cmd := range in {
		list = append(list, s.numbered(cmd, guild, old))
	}
	s.world.commands[guild] = list
	s.touch()
	return reply{200, list}, nil
}

func (s *Server) createCommand(c *call) (reply, *apiError) {
	var in Command
	err := json.Unmarshal(c.body, &in)
	s.mu.Lock()
	defer s.mu.Unlock()
	guild, bad := s.scope(c)
	if bad != nil {
		return reply{}, bad
	}
	if err != nil {
		s.violate("commands", "it cannot be read: %v", err)
		return reply{}, fail(400, 50035, "Invalid Form Body")
	}
	old := s.world.commands[guild]
	made := s.numbered(in, guild, old)
	list := slices.DeleteFunc(slices.Clone(old), func(o *Command) bool { return o.ID == made.ID })
	list = append(list, made)
	before := len(s.violations)
	var all []Command
	for _, cmd := range list {
		all = append(all, *cmd)
	}
	s.checkCommands(all)
	if len(s.violations) > before {
		return reply{}, fail(400, 50035, "Invalid Form Body")
	}
	s.world.commands[guild] = list
	s.touch()
	return reply{201, made}, nil
}

func (s *Server) deleteCommand(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	guild, bad := s.scope(c)
	if bad != nil {
		return reply{}, bad
	}
	list := slices.DeleteFunc(slices.Clone(s.world.commands[guild]), func(o *Command) bool { return o.ID == c.value("command") })
	if len(list) == len(s.world.commands[guild]) {
		return reply{}, fail(404, 10063, "Unknown application command")
	}
	s.world.commands[guild] = list
	s.touch()
	return reply{204, nil}, nil
}

// numbered gives a command the id that it has, or a new one; s.mu is held.
func (s *Server) numbered(cmd Command, guild string, old []*Command) *Command {
	cmd.Type = max(cmd.Type, 1)
	cmd.ID, cmd.ApplicationID, cmd.GuildID, cmd.Version = "", s.Bot.ID, guild, s.id()
	for _, o := range old {
		if o.Name == cmd.Name && o.Type == cmd.Type {
			cmd.ID = o.ID
		}
	}
	if cmd.ID == "" {
		cmd.ID = s.id()
	}
	return &cmd
}

// offered waits until a command is registered where it is called and ends the
// test where Discord would not offer it there.
func (s *Server) offered(name string, kind int, v *invocation) Command {
	s.t.Helper()
	var found *Command
	s.must(fmt.Sprintf("command %q to be registered", name), func() bool {
		lists := [][]*Command{s.world.commands[""]}
		if g := v.channel.Guild; g != nil {
			lists = append(lists, s.world.commands[g.ID])
		}
		for _, cmd := range slices.Concat(lists...) {
			if cmd.Name == name && cmd.Type == kind {
				found = cmd
			}
		}
		return found != nil
	})
	context, integration := 0, 0
	if v.channel.Guild == nil {
		context = 1
	}
	if v.userInstall {
		integration = 1
	}
	contexts, integrations := found.Contexts, found.IntegrationTypes
	if contexts == nil {
		contexts = []int{0, 1, 2}
		if found.DMPermission != nil && !*found.DMPermission {
			contexts = []int{0}
		}
	}
	if integrations == nil {
		integrations = []int{0}
	}
	if !slices.Contains(contexts, context) || !slices.Contains(integrations, integration) {
		s.t.Fatalf("discordtest: Discord would not offer %q there: it has contexts %v and integration_types %v, asked are %d and %d",
			name, contexts, integrations, context, integration)
	}
	return *found
}
