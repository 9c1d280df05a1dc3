"""Words whose full stop does not, or need not, end a sentence. All are lower case, last dot cut.

Compiled for this project from general English usage; lists of a subject's own abbreviations
are not needed, because what follows one inside a sentence gives it away.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Something always follows these in the same sentence.
NEVER_LAST = _words(
    "mr mrs ms mx dr prof rev hon gen col capt lt sgt cmdr gov sen rep pres supt messrs mme mlle "
    "vs cf viz eg ie e.g i.e approx ca resp incl excl esp"
)

# These are followed by a number ("No. 5", "pp. 3-4"); before anything else they end a sentence.
BEFORE_NUMBER = _words(
    "no nos fig figs p pp vol ch sec sect art eq ref refs ed par para "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)

# These end a sentence only when a capital letter follows.
BEFORE_CAPITAL = _words(
    "etc al a.m p.m hr hrs min mins secs wk wks yr yrs mo mos lb lbs oz tsp tbsp max avg est dept"
)

# These end a sentence only when the next word looks like the first of a sentence.
BEFORE_STARTER = _words(
    "inc ltd co corp llc plc univ assn bros jr sr st mt ft ave blvd rd "
    "u.s u.k e.u u.n u.s.a d.c b.c a.d ph.d m.d b.a m.a b.sc m.sc d.o r.n"
)

# Capitalised, these start a sentence far more often than they carry on a name.
STARTERS = _words(
    "a an the this that these those it its he she they we you i his her their our your my "
    "there here in on at by for from with without as of to if when while after before since until "
    "because although though but and or so yet nor however therefore moreover instead unlike "
    "is are was were do does did can could may might should would will has have had not no "
    "what which who whom whose why how where whether some many most all each every any few "
    "both either neither one two another other such people once even also then thus today"
)

# A single capital letter after one of these is a label ("type A. It"), not an initial.
LABELLED = _words(
    "schedule type class phase grade stage group level part plan section table figure appendix "
    "category option version exhibit annex chapter article act scene step tier unit zone"
)
