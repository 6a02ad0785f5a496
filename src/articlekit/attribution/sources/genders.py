"""Words that show whether *he* or *she* can mean somebody: given names, nouns, titles, and the pronouns of a clause.

A given name here nearly always shows it. Names that women and men share somewhere (Andrea, Jean, Kim, Joan, Sasha, Nicola) are left out: an
unknown name excludes nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from articlekit.attribution.english.noun_phrases import is_role
from articlekit.attribution.english.tags import NOUNS
from articlekit.attribution.english.words import Word

NAMES_OF_WOMEN: Final = frozenset(
    "abigail ada adriana agnes aisha alexandra alice alicia alison amanda amelia amy ana angela angelina anita ann anna anne "
    "annie antonia aoife april astrid audrey barbara beatrice beatriz becky bella bernadette beth betty birgit bridget brenda "
    "camilla carla carmen carol carolina caroline catherine cecilia charlotte chloe christina christine ciara claire clara "
    "claudia cristina cynthia daniela deborah debra diana diane donna doris dorothy edith eileen elaine eleanor elena elisabeth "
    "eliza elizabeth ella ellen elsa emily emma erica esther eva evelyn farida fatima fiona florence frances francesca freya "
    "gabriela gail geraldine gertrude giulia gloria grace greta gwen hannah harriet heather heidi helen helena helga hilary hillary hilda "
    "ida ines ingrid irene irina isabel isabella jacqueline jane janet janice jasmine jennifer jenny jessica jill joanna joanne "
    "josephine joyce judith julia juliet karen kate katherine kathleen kathryn katie katrina kirsten kristina lakshmi laura lena "
    "leila lily linda lisa liz lorraine louise lucia lucy lydia maeve maggie maria marianne marie marina marta "
    "martha mary matilda maureen meera megan melanie melissa mercedes michelle miriam molly monica nadia nancy naomi natalia "
    "natalie nina nora olga olive olivia pamela patricia paula pauline penelope penny petra phoebe priya rachel rebecca renata "
    "roberta rosa rosalind rose rosemary ruth sally samantha sandra sara sarah shauna sheila shirley silvia simona sinead sofia "
    "sonia sophia sophie stella stephanie sue sunita susan susanna suzanne sylvia tatiana teresa theresa tina ursula valentina "
    "valerie vanessa vera veronica victoria violet virginia wendy yasmin yolanda yvonne zainab zoe".split()
)
"""Given names of women, in lower case."""

NAMES_OF_MEN: Final = frozenset(
    "aaron abdullah abraham adam adrian ahmed alan albert alberto alexander alfred ali amir andreas andrew anil antonio arjun "
    "arnold arthur ashok barack barry ben benjamin bernard bernie bill bob boris brad brendan brian bruce carlos cesar charles christian "
    "christopher clive colin conor craig damian daniel dave david dennis derek diego dieter dimitri dmitry dominic donald doug "
    "douglas duncan edmund eduardo edward edwin emmanuel enrique eric ernest ethan eugene felipe felix ferdinand fergus fernando "
    "francisco franck frank fred frederick gareth gary geoffrey george gerald gerard gerhard giovanni giuseppe gordon graham greg "
    "gregory guillermo gustav hamid hans harold harry hassan hector henrik henry herbert howard hugh hugo hussein ian ibrahim "
    "igor isaac ivan jack jacob jacques jake james jason javier jeff jeffrey jeremy jerry jim jimmy joao joe joel johannes john "
    "jonas jonathan jorge jose joseph joshua juan julio jurgen karl keith ken kenneth kevin klaus kurt lars "
    "lawrence leo leonard lewis liam lorenzo luca lucas ludwig luigi luis luke malcolm manuel marc marco marcus mario mark martin "
    "matthew maurice max michael miguel mike mikhail mohamed mohammed muhammad musa nathan neil nicholas nick nigel nikolai "
    "norman oleg oliver omar oscar otto pablo patrick paul pedro peter philip pierre rafael rahul rajesh ralph ravi ray raymond "
    "ricardo richard rob robert roberto rodrigo roger roland ronald rory roy rupert ryan samuel scott sean sebastian sergei sergio "
    "seth simon stefan stephen steve steven stuart suresh tariq ted terence thomas tim timothy tobias tom tony trevor ulrich "
    "vijay viktor vikram vincent vladimir walter wayne werner wilhelm william wolfgang yusuf".split()
)
"""Given names of men, in lower case."""

NOUNS_FOR_WOMEN: Final = frozenset(
    "woman girl mother daughter wife sister queen princess landlady actress spokeswoman chairwoman congresswoman "
    "councilwoman assemblywoman policewoman headmistress midwife nun businesswoman widow aunt niece grandmother stepmother mum "
    "dutchwoman frenchwoman englishwoman irishwoman welshwoman scotswoman".split()
)
"""Nouns for a woman."""

NOUNS_FOR_MEN: Final = frozenset(
    "man boy father son husband brother king prince spokesman congressman councilman assemblyman policeman headmaster monk "
    "batsman businessman widower uncle nephew grandfather stepfather dad "
    "dutchman frenchman englishman irishman welshman scotsman".split()
)
"""Nouns for a man. A ``chairman`` may be a woman."""

Gender = Literal["m", "f", ""]
"""Male, female, or unknown."""

FEMALE_TITLES: Final = frozenset("mrs mrs. ms ms. lady dame".split())
"""Courtesy titles of women. Those of men begin with *mr*."""


def title_gender(title: str) -> Gender:
    """Return the gender that a courtesy title in lower case shows: ``mrs``, ``mr``; ``sir`` and ``dr`` are unknown."""
    return "f" if title in FEMALE_TITLES else "m" if title.startswith("mr") else ""


def noun_gender(noun: str) -> Gender:
    """Return the gender that a noun in lower case shows.

    >>> noun_gender("spokeswoman"), noun_gender("mother-of-two"), noun_gender("mayor")
    ('f', 'f', '')
    """
    parent = noun.split("-", maxsplit=1)[0]
    return "f" if parent in NOUNS_FOR_WOMEN else "m" if parent in NOUNS_FOR_MEN else ""


def given_name_gender(name: str) -> Gender:
    """Return the gender that a given name in lower case shows.

    >>> given_name_gender("asa"), given_name_gender("olga")
    ('', 'f')
    """
    return "f" if name in NAMES_OF_WOMEN else "m" if name in NAMES_OF_MEN else ""


def clause_gender(words: Sequence[Word]) -> Gender:
    """Return the gender that the pronouns of a clause on somebody show: ``who sold her boat``. Unknown if there are both."""
    clause = next((i for i, word in enumerate(words) if word.low == "who"), len(words))
    own = {
        word.low
        for word, after in zip(words[clause:], words[clause + 1 :], strict=False)
        if word.low in ("himself", "herself")
        or (word.low in ("his", "her") and after.tag in NOUNS and not is_role(after))
    }
    return "" if len({word[:2] for word in own}) != 1 else "f" if min(own).startswith("her") else "m"
