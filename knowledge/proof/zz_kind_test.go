package proof
import ("testing";"os";"fmt")
func TestKinds(t *testing.T) {
	if os.Getenv("KINDS") == "" { t.Skip() }
	n := map[string]int{}; tot := map[string]int{}
	for _, r := range devRows(t, true)["u3"] { k := fmt.Sprint(r.Right, " ", r.Kind); tot[k]++; if r.find().Verdict == Proved { n[k]++ } }
	for k, v := range tot { fmt.Println(k, n[k], "/", v) }
}
