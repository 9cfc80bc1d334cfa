package form

import "strings"

// irregularVerbs has a line for each verb: the base, then the forms that no
// rule derives from it.
const irregularVerbs = `arise arose arisen|awake awoke awoken|be am is are was were been|bear bore borne|beat beaten
become became|begin began begun|bend bent|bet|bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred|bring brought|build built|burn burnt|burst|buy bought|cast|catch caught|choose chose chosen
cling clung|come came|cost|creep crept|cut|deal dealt|dig dug|dive dove|do does did done|draw drew drawn|dream dreamt
drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found
flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go goes went gone|grind ground|grow grew grown
hang hung|have has had|hear heard|hide hid hidden|hit|hold held|hurt|keep kept|kneel knelt|know knew known|lay laid
lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|let|lie lay lain|light lit|lose lost|make made|mean meant
meet met|mislead misled|mistake mistook mistaken|mow mown|outdo outdid outdone|overcome overcame|overthrow overthrew overthrown
overtake overtook overtaken|overrun overran|override overrode overridden|oversee oversaw overseen|pay paid|prove proven|put|quit|read
rebuild rebuilt|repay repaid|resell resold|retell retold|rewrite rewrote rewritten|rid|ride rode ridden|ring rang rung
rise rose risen|run ran|saw sawn|say said|see saw seen|seek sought|sell sold|send sent|set|sew sewn|shake shook shaken
shed|shine shone|shoot shot|show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|slay slew slain
sleep slept|slide slid|sling slung|smell smelt|sow sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt
spin spun|spit spat|split|spoil spoilt|spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
stink stank stunk|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust|tread trod trodden
undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset
wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|wring wrung|write wrote written|outbid|outrun outran|partake partook partaken|foretell foretold
bear born|die dying|lie lying|tie tying|panic panicked panicking|traffic trafficked trafficking|picnic picnicked picnicking|shear shorn
stride strode|slit|bereave bereft|behold beheld|beget begot begotten|befall befell befallen|forgo forwent forgone
forsake forsook forsaken|grin|input|interbreed|misunderstand misunderstood|outgrow outgrew outgrown|overdo overdid overdone
oversleep overslept|overhear overheard|remake remade|resit resat|retake retook retaken|rethink rethought|sublet|unwind unwound|redo redid redone
undertake undertook|offset|broadcast broadcasted|telecast|retrofit|plead pled|wed|saw|lose lost|shoot shot|strew strewn|hew hewn`

// irregularNouns has the plurals and comparatives that no rule derives.
const irregularNouns = `man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|person people|ox oxen
life lives|wife wives|knife knives|leaf leaves|half halves|thief thieves|wolf wolves|shelf shelves|self selves|calf calves
loaf loaves|scarf scarves|hoof hooves|elf elves|crisis crises|analysis analyses|basis bases|thesis theses|hypothesis hypotheses
diagnosis diagnoses|oasis oases|axis axes|synthesis syntheses|parenthesis parentheses|emphasis emphases|criterion criteria
phenomenon phenomena|datum data|medium media|bacterium bacteria|curriculum curricula|memorandum memoranda|stratum strata
referendum referenda|stimulus stimuli|nucleus nuclei|cactus cacti|fungus fungi|alumnus alumni|radius radii|larva larvae
alga algae|formula formulae|antenna antennae|index indices|matrix matrices|appendix appendices|vertex vertices|die dice
bureau bureaux|plateau plateaux|policeman policemen|policewoman policewomen|fisherman fishermen|businessman businessmen
businesswoman businesswomen|spokesman spokesmen|spokeswoman spokeswomen|chairman chairmen|congressman congressmen|gunman gunmen
fireman firemen|sportsman sportsmen|frenchman frenchmen|englishman englishmen|irishman irishmen|statesman statesmen
good better best|bad worse worst|far farther farthest further furthest|little less least|much more most|old elder eldest
gas gases|bus buses|veto vetoes|hero heroes|echo echoes|tomato tomatoes|potato potatoes|mosquito mosquitoes|volcano volcanoes
cargo cargoes|torpedo torpedoes|embargo embargoes|quiz quizzes|dwarf dwarves|brother brethren|penny pence|louse lice
serviceman servicemen|clergyman clergymen|horseman horsemen|nobleman noblemen|salesman salesmen|airman airmen|freshman freshmen
layman laymen|seaman seamen|tribesman tribesmen|workman workmen|cameraman cameramen|anchorman anchormen|craftsman craftsmen`

// irregular leads from an inflected form to its bases, the likelier first.
var irregular = func() map[string][]string {
	table := map[string][]string{}
	for _, text := range []string{irregularVerbs, irregularNouns} {
		for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == '\n' }) {
			forms := strings.Fields(line)
			for _, f := range forms[1:] {
				table[f] = appendNew(table[f], forms[0])
			}
		}
	}
	return table
}()

// heads are the bases themselves: "lay" is a verb of its own before it is a
// form of "lie".
var heads = func() map[string]bool {
	set := map[string]bool{}
	for _, bases := range irregular {
		for _, b := range bases {
			set[b] = true
		}
	}
	return set
}()

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}
