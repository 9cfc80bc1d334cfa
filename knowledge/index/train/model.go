package main

import (
	"bufio"
	"fmt"
	"os"
)

// writeModel writes weights and trees as the index reads them.
func writeModel(path string, names []string, weights []float64, trees []tree) {
	f, err := os.Create(path)
	check(err)
	w := bufio.NewWriter(f)
	for i, v := range weights {
		if v > 5e-4 || v < -5e-4 {
			fmt.Fprintf(w, "weight %s %.3f\n", names[i], v)
		}
	}
	for _, t := range trees {
		fmt.Fprintln(w, "tree")
		writeNode(w, names, t, 0)
	}
	check(w.Flush())
	check(f.Close())
}

func writeNode(w *bufio.Writer, names []string, t tree, i int) {
	n := t[i]
	if n.feature < 0 {
		fmt.Fprintf(w, "leaf %.4g\n", n.value)
		return
	}
	fmt.Fprintf(w, "split %s %.5g\n", names[n.feature], n.cut)
	writeNode(w, names, t, n.left)
	writeNode(w, names, t, n.right)
}
