package discord

import (
	"encoding/json"
	"testing"
)

func TestOwner(t *testing.T) {
	for name, c := range map[string]struct {
		json   string
		owner  string
		manage bool
	}{
		"server":           {`{"guild_id":"7","member":{"user":{"id":"5"},"permissions":"32"},"authorizing_integration_owners":{"0":"7"}}`, "guild:7", true},
		"no permission":    {`{"guild_id":"7","member":{"user":{"id":"5"},"permissions":"16"},"authorizing_integration_owners":{"0":"7"}}`, "guild:7", false},
		"administrator":    {`{"guild_id":"7","member":{"user":{"id":"5"},"permissions":"8"},"authorizing_integration_owners":{"0":"7"}}`, "guild:7", true},
		"brought along":    {`{"guild_id":"7","member":{"user":{"id":"5"},"permissions":"0"},"authorizing_integration_owners":{"1":"5"}}`, "user:5", false},
		"direct message":   {`{"user":{"id":"5"},"authorizing_integration_owners":{"0":"0"}}`, "user:5", true},
		"old server":       {`{"guild_id":"7","member":{"user":{"id":"5"},"permissions":"x"}}`, "guild:7", false},
		"without a member": {`{"guild_id":"7"}`, "guild:7", false},
	} {
		var i interaction
		if err := json.Unmarshal([]byte(c.json), &i); err != nil {
			t.Fatal(err)
		}
		if got := string(i.owner()); got != c.owner || i.mayManage() != c.manage {
			t.Errorf("%s: owner %s, may manage %v; want %s, %v", name, got, i.mayManage(), c.owner, c.manage)
		}
	}
}

// FuzzInteraction reads what Discord could send, and finds who answers it.
func FuzzInteraction(f *testing.F) {
	f.Add([]byte(`{"id":"1","token":"t","type":2,"data":{"name":"articles","options":[{"name":"add","options":[{"name":"url","value":"x"}]}]}}`))
	f.Add([]byte(`{"id":"1","token":"t","type":5,"data":{"custom_id":"1.m.fr.1.","components":[{"type":18,"component":{"custom_id":"question","value":"x"}}]}}`))
	f.Add([]byte(`{"type":3,"data":{"custom_id":"1.s.fr..a:1"},"message":null,"member":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var i interaction
		if json.Unmarshal(data, &i) != nil {
			return
		}
		c := &call{interaction: &i, lang: i.language(), owner: i.owner()}
		h, _ := (*server)(nil).handler(c)
		if known := i.Type == typeCommand || i.Type == typeComponent || i.Type == typeModal; known != (h.run != nil) {
			t.Errorf("type %d: answered %v", i.Type, h.run != nil)
		}
		if h.ephemeral != nil {
			h.ephemeral(c)
		}
		_, _ = material(c)
		i.Data.input(inputID)
		i.hasThreads()
	})
}
