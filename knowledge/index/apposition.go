package index

// defines tells whether the question asks who somebody or what something is,
// and names it: « Qui est Mark Rutte ? ».
func (q *question) defines() bool {
	if q.kind != asksWho && q.kind != asksDefinition || q.content == 0 || q.content > 3 {
		return false
	}
	for i := range q.terms {
		if q.terms[i].weigh && !q.terms[i].name {
			return false
		}
	}
	return true
}

// apposition finds the name of the question in the sentence and the noun that
// says what it is: before it (« le secrétaire général de l'Otan, Mark Rutte »)
// or after a comma.
func (r *reader) apposition() (from, to int, ok bool) {
	for _, h := range r.hits {
		from, to = int(h), int(h)
		for from > 0 && r.tied(from) && (r.term[from-1] >= 0 || r.capital(from-1)) {
			from--
		}
		for to+1 < len(r.words) && r.tied(to+1) && (r.term[to+1] >= 0 || r.capital(to+1)) {
			to++
		}
		if start, found := r.roleBefore(from); found {
			return start, to, true
		}
		if end, found := r.roleAfter(to); found {
			return from, end, true
		}
	}
	return 0, 0, false
}

func (r *reader) capital(k int) bool {
	return r.tokens[k].shape&capital != 0 && r.class(k)&function == 0
}

// roleBefore finds where the noun phrase begins that ends before word k.
func (r *reader) roleBefore(k int) (from int, ok bool) {
	if k == 0 {
		return k, false
	}
	if g := r.gap(k); !r.tied(k) && g != ", " {
		return k, false
	}
	from, to := r.nounPhrase(k - 1)
	if to < k-1 || r.class(k-1)&function != 0 {
		return k, false
	}
	for j := from; j < k; j++ { // an article leads a role; without one it may be a verb
		if r.class(j)&article != 0 && j+1 < k && !r.capital(j+1) && r.class(j+1)&function == 0 {
			for j > 0 && j > from && r.class(j-1)&article != 0 {
				j--
			}
			return j, true
		}
	}
	return k, false
}

// roleAfter finds where the noun phrase ends that follows word k and a comma.
func (r *reader) roleAfter(k int) (to int, ok bool) {
	if k+2 >= len(r.words) || r.gap(k+1) != ", " {
		return k, false
	}
	first := k + 1
	if r.class(first)&article != 0 {
		first++
	}
	if first >= len(r.words) || r.class(first)&(function|figure|speech|copula) != 0 {
		return k, false
	}
	from, to := r.nounPhrase(first)
	if from > k+1 || to+1 < len(r.words) && r.tied(to+1) { // it runs on: a clause, no apposition
		return k, false
	}
	return to, true
}

// dangling tells whether a clause that ends with word k is broken off: a form
// of avoir or être, or a small word.
func (r *reader) dangling(k int) bool {
	if k+1 >= len(r.words) {
		return false
	}
	return r.class(k)&(function|copula) != 0
}
