package discordtest

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

func TestGatewayAddress(t *testing.T) {
	srv := New(t, Options{Shards: 3})
	req, err := http.NewRequestWithContext(t.Context(), "GET", srv.URL+"/gateway/bot", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bot "+Token)
	req.Header.Set("User-Agent", "DiscordBot (test, 1)")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var got struct {
		URL    string `json:"url"`
		Shards int    `json:"shards"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&got); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got.URL, "ws://127.0.0.1:") || got.Shards != 3 {
		t.Errorf("got %+v", got)
	}
}
