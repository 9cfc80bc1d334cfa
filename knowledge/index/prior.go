package index

// prior is the share of the sentences of French prose that have a stem.
func prior(stem string) float32 { return 0 }
