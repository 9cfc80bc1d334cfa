package main

import (
	"path/filepath"
	"testing"
)

// TestOppositesAreNoRelatives holds that no two words are opposed and of one
// family or sense.
func TestOppositesAreNoRelatives(t *testing.T) {
	together := map[[2]string]string{}
	for _, name := range []string{"families", "synonyms"} {
		groups, err := readGroups(filepath.Join(folder, "relations", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, sides := range groups {
			for _, group := range sides {
				for _, a := range group {
					for _, b := range group {
						together[[2]string{a, b}] = name
					}
				}
			}
		}
	}
	groups, err := readGroups(filepath.Join(folder, "relations", "opposites.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, sides := range groups {
		if len(sides) != 2 {
			t.Errorf("%v: want two sides", sides)
			continue
		}
		for _, a := range sides[0] {
			for _, b := range sides[1] {
				if in := together[[2]string{a, b}]; in != "" || a == b {
					t.Errorf("%s and %s are opposed, and together in %s", a, b, in)
				}
			}
		}
	}
}
