package index

// eachStem calls f once with each stem that stands for a term: its own, what an
// English word is in French, and their families.
func (s *search) eachStem(i int, f func(stem uint32, quality float32)) {
	v := &s.x.words
	t := &s.q.terms[i]
	s.stems = s.stems[:0]
	call := func(stem uint32, quality float32) {
		for _, n := range s.stems {
			if n == stem {
				return
			}
		}
		s.stems = append(s.stems, stem)
		f(stem, quality)
	}
	if n, ok := v.findStem(t.stem); ok {
		call(n, sameForm)
	}
	if s.q.english {
		for _, e := range t.variants {
			if n, ok := v.findStem(e.stem); ok {
				call(n, e.quality)
			}
		}
	}
	s.eachOfFamily(t.stem, sameFamily, call)
	if s.q.english {
		for _, e := range t.variants {
			s.eachOfFamily(e.stem, sameFamily*e.quality, call)
		}
	}
}

// eachOfFamily calls f with the stems of a stem's family.
func (s *search) eachOfFamily(stem string, quality float32, f func(stem uint32, quality float32)) {
	v := &s.x.words
	if len(stem) < 4 {
		return
	}
	if n, ok := v.families.find(familyOf(stem)); ok {
		for at := v.famAt[n]; at != none; at = v.form[at].cousin {
			if own := v.form[at].stem; v.stemAt[own] == at {
				f(own, quality)
			}
		}
	}
}
