package discordtest

import (
	"encoding/json"
	"strconv"
)

type object = map[string]any

// User is a person or a bot.
type User struct {
	ID       string `json:"id"`
	Username string `json:"username"`
	Global   string `json:"global_name"`
	Bot      bool   `json:"bot,omitempty"`
	Locale   string `json:"-"` // of their client: "fr", "en-US", …
}

// MarshalJSON adds the fields that Discord always sends.
func (u User) MarshalJSON() ([]byte, error) {
	type plain User
	return json.Marshal(struct {
		plain
		Avatar        *string `json:"avatar"`
		Discriminator string  `json:"discriminator"`
		PublicFlags   int     `json:"public_flags"`
		Flags         int     `json:"flags"`
		PrimaryGuild  *string `json:"primary_guild"`
	}{plain: plain(u), Discriminator: "0"})
}

// Mention is how a message names the user.
func (u *User) Mention() string { return "<@" + u.ID + ">" }

// Guild is a Discord server.
type Guild struct {
	ID     string
	Name   string
	Locale string // preferred_locale
	// Foreign guilds do not have the bot: people bring it along as an app of theirs.
	Foreign bool
}

// ChannelType is Discord's number for a kind of channel.
type ChannelType int

// The kinds of channels that are modelled.
const (
	TextChannel   ChannelType = 0
	DirectMessage ChannelType = 1
	PublicThread  ChannelType = 11
)

// Channel is where messages stand. Fields may be set before it is used.
type Channel struct {
	ID     string
	Name   string
	Type   ChannelType
	Guild  *Guild   // nil in direct messages
	Parent *Channel // of a thread
	User   *User    // whose direct messages these are
	// Permissions are what the bot may do here; default [AllPermissions].
	Permissions int64

	owner string // who started a thread
}

// Permissions, as bits.
const (
	Administrator         int64 = 1 << 3
	ManageGuild           int64 = 1 << 5
	ViewChannel           int64 = 1 << 10
	SendMessages          int64 = 1 << 11
	ManageMessages        int64 = 1 << 13
	EmbedLinks            int64 = 1 << 14
	AttachFiles           int64 = 1 << 15
	ReadMessageHistory    int64 = 1 << 16
	UseCommands           int64 = 1 << 31
	CreatePublicThreads   int64 = 1 << 35
	SendMessagesInThreads int64 = 1 << 38
	// AllPermissions are all that an ordinary bot has.
	AllPermissions = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory |
		UseCommands | CreatePublicThreads | SendMessagesInThreads
)

// world is what there is; the server's lock guards it.
type world struct {
	users        map[string]*User
	guilds       []*Guild
	channels     map[string]*Channel
	messages     map[string]*Message
	order        []*Message
	interactions map[string]*Interaction // by token
	started      []*Interaction
	commands     map[string][]*Command // by guild id; "" is global
	files        map[string]File       // by attachment id
}

func (w *world) fill(s *Server) {
	w.users = map[string]*User{}
	w.channels = map[string]*Channel{}
	w.messages = map[string]*Message{}
	w.interactions = map[string]*Interaction{}
	w.commands = map[string][]*Command{}
	w.files = map[string]File{}
	s.Bot = s.NewUser("verbatim")
	s.Bot.Bot = true
	s.User = s.NewUser("camille")
	s.Guild = s.newGuild("Rédaction", false)
	s.Channel = s.NewChannel(s.Guild, "général")
}

// id makes a snowflake; s.mu is held. Consecutive ones lie a millisecond
// apart, so that guilds spread over shards.
func (s *Server) id() string {
	const epoch = 1420070400000 // 2015-01-01, in ms
	s.ids++
	return strconv.FormatInt((s.opt.Now().UnixMilli()-epoch+s.ids)<<22|s.ids&0xfff, 10)
}

// NewUser makes a person whose client speaks French.
func (s *Server) NewUser(name string) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := &User{ID: s.id(), Username: name, Global: name, Locale: "fr"}
	s.world.users[u.ID] = u
	return u
}

// NewGuild makes a guild that has the bot, and tells the bot so.
func (s *Server) NewGuild(name string) *Guild {
	g := s.newGuild(name, false)
	s.dispatch(event{name: "GUILD_CREATE", guild: g, intent: intentGuilds}, func(*session) any {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.guildCreate(g)
	})
	return g
}

// RemoveGuild takes the bot out of a guild, and tells the bot so.
func (s *Server) RemoveGuild(g *Guild) {
	s.mu.Lock()
	g.Foreign = true
	s.mu.Unlock()
	s.dispatch(event{name: "GUILD_DELETE", guild: g, intent: intentGuilds}, func(*session) any { return object{"id": g.ID} })
}

// NewForeignGuild makes a guild that does not have the bot.
func (s *Server) NewForeignGuild(name string) *Guild { return s.newGuild(name, true) }

func (s *Server) newGuild(name string, foreign bool) *Guild {
	s.mu.Lock()
	defer s.mu.Unlock()
	// Guilds go around the shards, whether there are two, three, four or six.
	id := s.id()
	for shardOf(id, 12) != len(s.world.guilds)%12 {
		id = s.id()
	}
	g := &Guild{ID: id, Name: name, Locale: "fr", Foreign: foreign}
	s.world.guilds = append(s.world.guilds, g)
	return g
}

// NewChannel makes a text channel in a guild.
func (s *Server) NewChannel(g *Guild, name string) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.addChannel(&Channel{Name: name, Guild: g})
}

// NewThread makes a public thread below a channel.
func (s *Server) NewThread(parent *Channel, name string) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.addChannel(&Channel{Name: name, Type: PublicThread, Guild: parent.Guild, Parent: parent, Permissions: parent.Permissions, owner: s.User.ID})
}

// DM is the channel of direct messages between a person and the bot.
func (s *Server) DM(u *User) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dm(u)
}

func (s *Server) dm(u *User) *Channel {
	for _, c := range s.world.channels {
		if c.Type == DirectMessage && c.User == u {
			return c
		}
	}
	return s.addChannel(&Channel{Type: DirectMessage, User: u})
}

func (s *Server) addChannel(c *Channel) *Channel {
	c.ID = s.id()
	if c.Permissions == 0 {
		c.Permissions = AllPermissions
	}
	s.world.channels[c.ID] = c
	return c
}

// Threads are the threads below a channel that exist, in no order.
func (s *Server) Threads(parent *Channel) []*Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []*Channel
	for _, c := range s.world.channels {
		if c.Parent == parent {
			out = append(out, c)
		}
	}
	return out
}

// json is the channel as Discord sends it.
func (c *Channel) json() object {
	o := object{"id": c.ID, "type": c.Type, "flags": 0}
	if c.Type == DirectMessage {
		o["recipients"] = []*User{c.User}
		return o
	}
	o["name"], o["guild_id"], o["position"], o["permission_overwrites"] = c.Name, c.Guild.ID, 0, []any{}
	if c.Parent != nil {
		o["parent_id"] = c.Parent.ID
		o["owner_id"], o["message_count"], o["member_count"], o["total_message_sent"] = c.owner, 0, 1, 0
		o["thread_metadata"] = object{"archived": false, "auto_archive_duration": 60, "locked": false, "archive_timestamp": "2024-10-01T12:00:00Z"}
	}
	return o
}

// guildCreate is the event's data; s.mu is held.
func (s *Server) guildCreate(g *Guild) object {
	channels, threads := []object{}, []object{}
	for _, c := range s.world.channels {
		switch {
		case c.Guild != g:
		case c.Parent != nil:
			threads = append(threads, c.json())
		default:
			channels = append(channels, c.json())
		}
	}
	return object{"id": g.ID, "name": g.Name, "preferred_locale": g.Locale, "owner_id": s.User.ID, "unavailable": false, "member_count": 2,
		"large": false, "joined_at": "2024-10-01T12:00:00Z", "channels": channels, "threads": threads, "roles": []any{}, "members": []any{},
		"emojis": []any{}, "features": []string{}, "voice_states": []any{}, "presences": []any{}}
}
