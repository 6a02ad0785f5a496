"""Given names that nearly always tell whether *he* or *she* can mean somebody.

Names that women and men share somewhere (Andrea, Jean, Kim, Joan, Sasha, Nicola) are left out: what is not known rules nobody out.
"""

from __future__ import annotations

from typing import Final

WOMEN: Final = frozenset(
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

MEN: Final = frozenset(
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
