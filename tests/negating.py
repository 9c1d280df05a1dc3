"""The plain negation of a plain sentence, made by hand-written rules and no engine."""

from __future__ import annotations

import re

# base, third person, past; only verbs that are the main verb of a sentence in the shipped facts
VERBS = {
    form: (base, helper)
    for line in """
        work works worked | block blocks blocked | take takes took | carry carries carried
        raise raises raised | act acts acted | calm calms calmed | warn warns warned
        contain contains contained | show shows showed | relieve relieves relieved
        cause causes caused | cure cures cured | treat treats treated | bind binds bound
        reverse reverses reversed | slow slows slowed | approve approves approved
        lower lowers lowered | cover covers covered | pay pays paid | make makes made
        sort sorts sorted | replace replaces replaced | give gives gave | mean means meant
        place places placed | prove proves proved | understand understands understood
        destroy destroys destroyed | sober sobers sobered | die dies died | need needs needed
        decide decides decided | include includes included | return returns returned
        tend tends tended | suggest suggests suggested | wear wears wore | have has had
        send sends sent | trigger triggers triggered | mask masks masked | do does did
    """.replace("\n", "|").split("|")
    if line.strip()
    for base, *forms in [line.split()[i : i + 3] for i in range(0, len(line.split()), 3)]
    for form, helper in zip((base, *forms), ("do not", "does not", "did not"), strict=True)
}
FORMS = {said: form for form, said in VERBS.items()}
BE = {"is", "are", "was", "were"}
HELPERS = BE | {"can", "should"}
UNSAFE = re.compile(
    r"\b(?:no|never|nothing|only|just|not|cannot|if|so|but|because|while|once|when|both|all|every|"
    r"some|any|many|most|two|anyone|everyone|must|may|always|either|neither|than when|instead|"
    r"(?:and|or) (?:can|is|are|makes|use))\b|;",
    re.IGNORECASE,
)
ADVERBS = {"often", "still", "also"}
SUBORDINATE = {"that", "which", "who", "whom", "where", "to", "testing", "whether", "being"}


def negated(sentence: str) -> str | None:
    """The sentence with its main verb denied, or None where no plain negation exists.

    Left alone: quantifiers, duties, several clauses, and what is negative already, save the two
    plainest ("is not", "does not"), from which the negation is taken away.
    """
    plain = _affirmed(sentence)
    if plain is not None:
        return plain
    if UNSAFE.search(sentence):
        return None
    words = sentence.split(" ")
    for at, word in enumerate(words[1:], 1):
        before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
        if words[at - 1].lower().strip(",") in SUBORDINATE:
            return None
        if word in SUBORDINATE:
            return None
        if word in HELPERS:
            if before == "There":
                return f"There {word} no {re.sub(r'^an? ', '', after)}"
            denied = "cannot" if word == "can" else f"{word} not"
            return f"{before} {denied} {after}"
        if word in {"has", "have"} and re.match(r"(?:been|had|\w+ed)\b", after):
            return f"{before} {word} not {after}"
        if word in VERBS and not (word == "use" or words[at - 1].lower() in {"a", "an", "the"}):
            base, helper = VERBS[word]
            if words[at - 1].endswith("ly") or words[at - 1] in ADVERBS:
                before, base = " ".join(words[: at - 1]), f"{words[at - 1]} {base}"
            return f"{before} {helper} {base} {after}"
    return None


def _affirmed(sentence: str) -> str | None:
    """The sentence less its one negation, when that is "is not" or "does not" in plain sight."""
    if re.search(r"\b(?:but|so|if|because|only|not,|, not)\b", sentence):
        return None
    if len(re.findall(r"\b(?:not|no|never)\b", sentence)) != 1:
        return None
    found = re.search(r"\b(?:(is|are|was|were) not|(do|does|did) not (\w+)) ", sentence)
    if found is None:
        return None
    before, after = sentence[: found.start()], sentence[found.end() :]
    if any(word in VERBS or word in SUBORDINATE for word in before.split()):
        return None
    if found[1]:
        return f"{before}{found[1]} {after}"
    verb = FORMS.get((found[3], f"{found[2]} not"))
    return None if verb is None else f"{before}{verb} {after}"
