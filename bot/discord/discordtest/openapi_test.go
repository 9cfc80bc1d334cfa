package discordtest

import "testing"

func BenchmarkCheck(b *testing.B) {
	o, err := Description()
	if err != nil || o == nil {
		b.Skip(err)
	}
	for b.Loop() {
		if err := o.Check("POST", "/webhooks/1/2", nil, []byte(`{"content":"a","allowed_mentions":{"parse":[]}}`)); err != nil {
			b.Fatal(err)
		}
	}
}
func BenchmarkCommands(b *testing.B) {
	o, err := Description()
	if err != nil || o == nil {
		b.Skip(err)
	}
	for b.Loop() {
		if err := o.Check("PUT", "/applications/1/commands", nil, []byte(`[{"name":"a","description":"b","type":1,"default_member_permissions":"0"}]`)); err != nil {
			b.Fatal(err)
		}
	}
}
