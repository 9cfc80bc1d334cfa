// Report reads the output of go test -json, prints a line for each package,
// the output of what failed and a count, and fails where a test was skipped:
// with the test data at hand, nothing may be.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

type event struct {
	Action, Package, Test, Output string
	Elapsed                       float64
}

func main() {
	output := map[string]*strings.Builder{}
	count := map[string]int{}
	var skipped []string
	scanner := bufio.NewScanner(os.Stdin)
	scanner.Buffer(nil, 64<<20)
	for scanner.Scan() {
		var e event
		if json.Unmarshal(scanner.Bytes(), &e) != nil {
			fmt.Println(scanner.Text())
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			if output[key] == nil {
				output[key] = &strings.Builder{}
			}
			output[key].WriteString(e.Output)
		case "pass", "fail", "skip":
			if e.Test == "" {
				if e.Action != "skip" { // a package without tests is "skip"
					fmt.Printf("%-4s %s %.1fs\n", e.Action, e.Package, e.Elapsed)
				}
			} else {
				count[e.Action]++
			}
			if e.Action == "skip" && e.Test != "" {
				skipped = append(skipped, key)
			}
			if e.Action == "fail" && output[key] != nil {
				fmt.Print(output[key])
			}
			delete(output, key)
		}
	}
	if os.Getenv("VERBATIM_TESTDATA") == "" {
		skipped = nil
	}
	for _, s := range skipped {
		fmt.Println("skipped, though its data is here:", s)
	}
	fmt.Printf("%d passed, %d failed, %d skipped\n", count["pass"], count["fail"], count["skip"])
	if len(skipped) > 0 || count["fail"] > 0 || count["pass"] == 0 {
		os.Exit(1)
	}
}
