package discordtest

import (
	"encoding/json"
	"strconv"
)

// Intents, as bits.
const (
	intentGuilds         = 1 << 0
	intentGuildMembers   = 1 << 1
	intentPresences      = 1 << 8
	intentGuildMessages  = 1 << 9
	intentDirectMessages = 1 << 12
	intentMessageContent = 1 << 15

	privilegedIntents = intentGuildMembers | intentPresences | intentMessageContent
	knownIntents      = 1<<26 - 1 // with gaps at 17–19, 22, 23
	unusedIntents     = 1<<17 | 1<<18 | 1<<19 | 1<<22 | 1<<23
)

// session is one identified client, connected or not. The server's lock
// guards it.
type session struct {
	id      string
	shard   [2]int
	intents int
	seq     int64
	sent    []frame // every event, for RESUME
	conn    *conn   // nil while the client is away
	ready   bool
}

// frame is one payload of the gateway.
type frame struct {
	Op   int     `json:"op"`
	Data any     `json:"d"`
	Seq  *int64  `json:"s"`
	Name *string `json:"t"`
}

// event says who gets a dispatch.
type event struct {
	name   string
	guild  *Guild // nil: shard 0
	intent int    // 0: everybody
}

// concerns says whether a session gets the event.
func (n *session) concerns(e event) bool {
	if e.intent != 0 && n.intents&e.intent == 0 {
		return false
	}
	shard := 0
	if e.guild != nil {
		shard = shardOf(e.guild.ID, n.shard[1])
	}
	return n.shard[0] == shard
}

// shardOf is the shard of a guild, where there are so many.
func shardOf(guild string, count int) int {
	id, _ := strconv.ParseInt(guild, 10, 64)
	return int((id >> 22) % int64(count))
}

// push sends one event or keeps it for RESUME; the server's lock is held.
func (n *session) push(name string, data any) {
	// Marshalled at once, so that a replay shows the world as it was.
	raw, err := json.Marshal(data)
	if err != nil {
		panic("discordtest: " + err.Error())
	}
	n.pushRaw(name, raw)
}

func (n *session) pushRaw(name string, raw json.RawMessage) {
	n.seq++
	seq := n.seq
	f := frame{Op: 0, Data: raw, Seq: &seq, Name: &name}
	n.sent = append(n.sent, f)
	if n.conn != nil {
		n.conn.send(f)
	}
}

// dispatch sends an event to the sessions that it concerns and says to how many.
func (s *Server) dispatch(e event, data func(*session) any) int {
	s.mu.Lock()
	var to []*session
	for _, n := range s.sessions {
		if n.concerns(e) {
			to = append(to, n)
		}
	}
	s.mu.Unlock()
	for _, n := range to {
		d := data(n)
		s.mu.Lock()
		n.push(e.name, d)
		s.mu.Unlock()
	}
	return len(to)
}

// session finds a session by its id; s.mu is held.
func (s *Server) session(id string) *session {
	for _, n := range s.sessions {
		if n.id == id {
			return n
		}
	}
	return nil
}

// forget takes a session out; s.mu is held.
func (s *Server) forget(n *session) {
	for k, v := range s.sessions {
		if v == n {
			s.sessions = append(s.sessions[:k:k], s.sessions[k+1:]...)
			s.touch()
			return
		}
	}
}
