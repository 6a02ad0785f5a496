"""Whether pages that are made to hurt are read in time that grows with their size.

Run ``python benchmarks/hostile.py [CASE ...] [--limit SECONDS]``.

Each case is a page of n pieces and one of twice as many, each read by ``parse_html(attribute=False)`` in an
interpreter of its own, which the system ends once it has used the limit of processor time. Prints how both ended (an article, a refusal, anything else),
the processor time that they took and the ratio. Exit status 1 where a page gave neither an article nor an InputError, or
where the ratio shows time that grows faster than the page.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from math import ceil
from pathlib import Path

from articlekit import InputError, parse_html

MOST = 2.6
"""The largest ratio of the times at 2n and n; 2 is linear, and clocks are not exact."""
LEAST = 0.05
"""Seconds below which a ratio tells nothing."""
STORY = "<p>The ferry to Marrow Bay sails again from Monday, the harbour office said, after three weeks in dock.</p>"
LINES = STORY * 5

Maker = Callable[[int], str]


def page(inside: str, head: str = "") -> str:
    """A page with a headline, something hostile, and a story after it."""
    return f"<html><head><title>Ferry</title>{head}</head><body><h1>Ferry</h1>{LINES}{inside}</body></html>"


def repeated(piece: str) -> Maker:
    """A page with ``piece`` n times over."""
    return lambda n: page(piece * n)


def nested(start: str, end: str = "") -> Maker:
    """A page with n elements in each other; without ``end`` none is closed."""
    return lambda n: page(start * n + "words in the middle" + end * n)


def in_head(piece: str) -> Maker:
    """A page with ``piece`` n times over in its head."""
    return lambda n: page("", piece * n)


def json_ld(build: Callable[[int], str]) -> Maker:
    """A page that states its metadata in a JSON-LD block."""
    return lambda n: page("", f'<script type="application/ld+json">{build(n)}</script>')


def _images(n: int) -> str:
    return "".join(f"<img src=/{i}.jpg width=800 height=500>" for i in range(n))


CASES: dict[str, tuple[int, Maker]] = {
    "unclosed divs": (20_000, nested("<div>")),
    "unclosed divs with words": (20_000, nested("<div>a word ")),
    "nested divs with classes": (20_000, nested('<div class="related story-body">', "</div>")),
    "unclosed divs among end tags of others": (20_000, repeated("<div></b>")),
    "unclosed divs among end tags in comments": (20_000, repeated("<div><!--</b>-->")),
    "unclosed divs among end tags in attributes": (20_000, repeated('<div title="</b>">')),
    "unclosed divs after end tags in a script": (20_000, lambda n: page(f"<script>{'</b>' * n}</script>{'<div>' * n}")),
    "unclosed divs that end themselves": (20_000, repeated("<div/>")),
    "unclosed divs before ever so many tags": (3_000, repeated("<div>")),
    "unclosed list items of lists": (20_000, repeated("<ul><li>")),
    "unclosed rows of tables": (10_000, repeated("<table><tr><td>x")),
    "unclosed svg groups that end themselves": (20_000, lambda n: page("<svg>" + "<g><li/>" * n)),
    "tags with a less-than sign inside": (20_000, repeated("<div <p>")),
    "list items and definitions in each other": (10_000, repeated("<li><dd>")),
    "unclosed divs and comments that end early": (10_000, repeated("<div><?<title/>")),
    "end tags that objects keep from what is around": (20_000, repeated("<div><object></div></object>")),
    "many short tags": (500_000, repeated("<i></i>")),
    "nested spans": (100_000, nested("<span>", "</span>")),
    "nested links": (50_000, nested('<a href="/x">y', "</a>")),
    "nested bold and italic": (20_000, nested("<b><i>", "</i></b>")),
    "misnested bold and p": (5_000, repeated("<b><p>x</b>y")),
    "unclosed bold in paragraphs": (5_000, repeated("<p><b><i><u>word")),
    "unclosed fonts of many kinds": (2_000, lambda n: page("".join(f"<font size={i}><p>word" for i in range(n)))),
    "paragraphs under open fonts": (1_000, lambda n: page("<p>" + "".join(f"<font size={i}>" for i in range(400)) + "<p>x" * n)),
    "paragraphs under open links": (10_000, lambda n: page("<p>" + '<a href="/x">' * 10 + "<p>x" * n)),
    "nested articles": (20_000, nested("<article>", "</article>")),
    "nested sections with text": (10_000, nested("<section><p>A line of text in it.</p>", "</section>")),
    "nested figures": (20_000, nested("<figure>", "</figure>")),
    "nested lists": (20_000, nested("<ul><li>x", "</li></ul>")),
    "nested quotations": (20_000, nested("<blockquote>", "</blockquote>")),
    "nested tables": (5_000, nested("<table><tr><td>", "</td></tr></table>")),
    "nested unclosed tables": (5_000, nested("<table>")),
    "nested forms and buttons": (10_000, nested("<form><button>", "</button></form>")),
    "nested templates": (10_000, nested("<template>", "</template>")),
    "nested svg": (10_000, nested("<svg><g>", "</g></svg>")),
    "nested math in text": (10_000, nested("<math><mtext>", "</mtext></math>")),
    "nested objects": (10_000, nested("<object>", "</object>")),
    "nested custom tags": (20_000, nested("<x-y>", "</x-y>")),
    "nested selects": (10_000, nested("<select>", "</select>")),
    "nested noscript": (10_000, nested("<noscript>", "</noscript>")),
    "end tags of nothing": (200_000, repeated("</div>")),
    "end tags of p": (100_000, repeated("</p>")),
    "end tags of formatting under depth": (5_000, lambda n: page("<b>" * n + "<div>" * 400 + "</b>x" * n)),
    "huge colspan": (2_000, repeated("<table><tr><td colspan=9007199254740991 rowspan=65534>x</td></tr></table>")),
    "line breaks": (50_000, repeated("<br>")),
    "line breaks between words": (50_000, repeated("a word<br>")),
    "double line breaks between words": (50_000, repeated("a word of the story<br><br>")),
    "options": (50_000, lambda n: page("<select>" + "<option>x" * n + "</select>")),
    "closed options": (50_000, lambda n: page("<select>" + "<option>x</option>" * n + "</select>")),
    "options without select": (50_000, repeated("<option>x")),
    "options with attributes": (20_000, lambda n: page("<select>" + '<OPTION value="a>b">x' * n + "</select>")),
    "optgroups": (20_000, lambda n: page("<select>" + "<optgroup><option>x" * n + "</select>")),
    "table rows": (5_000, lambda n: page("<table>" + "<tr><td>a<td>b<td>c" * n + "</table>")),
    "table cells in a row": (50_000, lambda n: page("<table><tr>" + "<td>a" * n + "</table>")),
    "text in tables outside cells": (20_000, lambda n: page("<table>" + "word<tr>" * n + "</table>")),
    "tables": (5_000, repeated("<table><tr><td>a<td>b</table>")),
    "long attribute": (1_000_000, lambda n: page(f'<p title="{"a " * (n // 2)}">x</p>')),
    "long class": (1_000_000, lambda n: page(f'<div class="{"ad " * (n // 3)}">{STORY}</div>')),
    "a million classes": (1_000_000, lambda n: page(f'<div class="{" ".join(map(str, range(n)))}">{STORY}</div>')),
    "long camel-case class": (500_000, lambda n: page(f'<div class="{"aB" * n}">{STORY}</div>')),
    "long id of hyphens": (1_000_000, lambda n: page(f'<div id="{"-" * n}">{STORY}</div>')),
    "long style": (1_000_000, lambda n: page(f'<div style="{"display :" * (n // 9)}">{STORY}</div>')),
    "many attributes": (20_000, lambda n: page("<p " + " ".join(f"a{i}=x" for i in range(n)) + ">x</p>")),
    "long href": (1_000_000, lambda n: page(f'<p>See <a href="/{"a/../" * (n // 5)}">x</a></p>')),
    "long srcset": (1_000_000, lambda n: page(f'<img srcset="{"a.jpg 1w, " * (n // 10)}">')),
    "long alt": (1_000_000, lambda n: page(f'<img src=a.jpg alt="{"Photo: " * (n // 7)}">')),
    "NULs": (1_000_000, repeated("\0")),
    "NULs between tags": (100_000, repeated("<p>\0a")),
    "lone surrogates": (1_000_000, repeated("\ud800")),
    "a long word": (1_000_000, lambda n: page("<p>" + "a" * n)),
    "a long line": (200_000, lambda n: page("<p>" + "a word, " * n)),
    "a long line of spaces": (1_000_000, lambda n: page("<p>a" + " " * n + "b")),
    "a long line of blanks and newlines": (500_000, lambda n: page("<p>a" + " \n" * n + "b")),
    "a long line of capitals": (200_000, lambda n: page("<p>" + "Ilse Brandt " * n)),
    "a long line of By": (200_000, lambda n: page("<p>By " + "and " * n)),
    "a long line of digits": (500_000, lambda n: page("<p>" + "12 " * n)),
    "a long line of dates": (50_000, lambda n: page("<p>" + "March 3, 2024 " * n)),
    "a long line of quotes": (500_000, lambda n: page("<p>" + "“" * n)),
    "a long line of dashes": (1_000_000, lambda n: page("<p>MARROW BAY " + "- " * (n // 2))),
    "a long line of parentheses": (500_000, lambda n: page("<p>" + "(" * n + ")" * n)),
    "a long line of colons": (500_000, lambda n: page("<p>" + "Photo: " * (n // 7))),
    "a long headline": (200_000, lambda n: page(f"<h1>{'a | b - ' * n}</h1>")),
    "a long title": (200_000, lambda n: page("", f"<title>{'a | b - ' * n}</title>")),
    "a long description": (200_000, lambda n: page("", f'<meta name=description content="{"a word " * n}">')),
    "a 10 MB page": (100_000, repeated(STORY)),
    "words without tags": (1_000_000, repeated("word ")),
    "links": (50_000, repeated('<a href="/news/1234">Ferry again</a> ')),
    "links in paragraphs": (50_000, repeated('<p>See <a href="/news/1234">Ferry again</a> too.</p>')),
    "links in list items": (50_000, repeated('<li><a href="/news/1234">Ferry sails again on Monday</a></li>')),
    "links of many sites": (50_000, lambda n: page("".join(f'<p><a href="//a{i}.example/x">x</a> y' for i in range(n)))),
    "links in one paragraph": (50_000, lambda n: page("<p>" + '<a href="/news/1234">Ferry</a> or ' * n)),
    "short lines": (50_000, repeated("<div>Yes</div>")),
    "short lines in one box": (50_000, lambda n: page("<article>" + "<p>Yes" * n + "</article>")),
    "cards": (20_000, repeated('<div class="card"><a href="/1"><img src=a.jpg><h3>Ferry again</h3></a></div>')),
    "headings": (50_000, repeated("<h2>Ferry</h2>")),
    "headings of first rank": (50_000, lambda n: page("".join(f"<h1>Ferry {i}</h1>" for i in range(n)))),
    "headings of their own words": (20_000, lambda n: page("".join(f"<h2>Ferry {i}</h2>" for i in range(n)) + STORY)),
    "articles": (50_000, repeated("<article>Ferry</article>")),
    "articles with headlines": (10_000, repeated(f"<article><h2>Ferry</h2>{STORY}</article>")),
    "mains": (10_000, repeated(f"<main>{STORY}</main>")),
    "figures": (50_000, repeated("<figure><img src=a.jpg><figcaption>Ferry</figcaption></figure>")),
    "captions in one figure": (50_000, lambda n: page("<figure>" + "<figcaption>Ferry</figcaption>" * n)),
    "images in one figure": (50_000, lambda n: page("<figure>" + "<img src=a.jpg>" * n + "<figcaption>x</figcaption>")),
    "images of their own in one figure": (10_000, lambda n: page(f"<article>{STORY}<figure>{_images(n)}<figcaption>x</figcaption>")),
    "fields for e-mail addresses": (10_000, lambda n: page("<div>" + "<form><input type=email></form>" * n + "<p>x")),
    "images": (50_000, repeated("<img src=a.jpg>")),
    "images in links": (50_000, repeated("<a href=/x><img src=a.jpg></a>")),
    "pictures with many sources": (50_000, lambda n: page("<picture>" + "<source srcset=a.jpg>" * n + "<img>")),
    "noscripts": (20_000, repeated("<noscript><img src=a.jpg></noscript>")),
    "noscript of many images": (20_000, lambda n: page("<noscript>" + "<img src=a.jpg>" * n + "</noscript>")),
    "times": (50_000, repeated("<time datetime=2024-03-01>1 March</time> ")),
    "times in paragraphs": (50_000, repeated("<p><time datetime=2024-03-01>1 March</time> ferry")),
    "bylines": (50_000, repeated('<p class="byline">By Ilse Brandt</p>')),
    "authors": (50_000, repeated('<a rel=author href="/x">Ilse Brandt</a>')),
    "one byline of many": (20_000, lambda n: page('<p class="byline">By ' + "Ilse Brandt, " * n + "</p>")),
    "quotations": (20_000, repeated("<blockquote>x<footer><cite>Ilse Brandt</cite></footer></blockquote>")),
    "repeated paragraphs": (20_000, repeated("<p>The ferry sails.</p><blockquote>The ferry sails.</blockquote>")),
    "pull quotes": (10_000, lambda n: page("".join(f'<p>x {i}</p><aside class="pullquote">x {i}</aside>' for i in range(n)))),
    "microdata": (20_000, repeated('<div itemscope itemtype="http://schema.org/Person"><i itemprop=name>x</i></div>')),
    "nested microdata": (20_000, nested('<div itemscope itemprop="author">')),
    "references of microdata": (5_000, lambda n: page('<div itemscope itemref="a a a"><i id=a itemprop=name></i></div>' * n)),
    "metas": (50_000, in_head('<meta property="article:author" content="Ilse Brandt">')),
    "metas of keywords": (50_000, in_head('<meta property="article:tag" content="ferry">')),
    "one meta of keywords": (200_000, lambda n: page("", f'<meta name="keywords" content="{"ferry, " * n}">')),
    "links in the head": (50_000, in_head('<link rel="canonical" href="https://marrowbay.example/">')),
    "bases": (50_000, in_head('<base href="https://marrowbay.example/">')),
    "scripts": (20_000, in_head("<script>x</script>")),
    "unclosed script": (1_000_000, lambda n: page("<script>" + "<!--" * (n // 4))),
    "unclosed comment": (1_000_000, lambda n: page("<!--" + "-" * n)),
    "comments": (50_000, repeated("<!-- x -->")),
    "unclosed comments": (100_000, repeated("<!--")),
    "unclosed tag": (1_000_000, lambda n: page("<p " + "a" * n)),
    "less-than signs": (1_000_000, repeated("<")),
    "less-than signs and letters": (500_000, repeated("<a")),
    "ampersands": (1_000_000, repeated("&")),
    "entities": (200_000, repeated("&nbsp;&amp;")),
    "JSON-LD blocks": (5_000, in_head('<script type="application/ld+json">{"@type":"NewsArticle"}</script>')),
    "broken JSON-LD blocks": (5_000, in_head('<script type="application/ld+json">{"@type":"News</script>')),
    "deep JSON-LD lists": (100_000, json_ld(lambda n: "[" * n + "]" * n)),
    "deep JSON-LD objects": (100_000, json_ld(lambda n: '{"author":' * n + "1" + "}" * n)),
    "unclosed JSON-LD lists": (100_000, json_ld(lambda n: "[" * n)),
    "unclosed JSON-LD objects": (100_000, json_ld(lambda n: '{"author":' * n)),
    "JSON-LD nested to the limit": (900, json_ld(lambda n: '{"author":' * n + "1" + "}" * n)),
    "JSON-LD of backslashes": (1_000_000, json_ld(lambda n: '{"name":"' + "\\" * n)),
    "JSON-LD of quotes": (500_000, json_ld(lambda n: '{"name":"' + '"' * n)),
    "JSON-LD of newlines": (500_000, json_ld(lambda n: '{"articleBody":"' + "a\n" * n + '"}')),
    "JSON-LD of commas": (500_000, json_ld(lambda n: "[" + "," * n + "]")),
    "JSON-LD of comments": (200_000, json_ld(lambda n: '/*<![CDATA[' * n)),
    "JSON-LD of a long body": (200_000, json_ld(lambda n: '{"@type":"NewsArticle","articleBody":"' + "a word " * n + '"}')),
    "JSON-LD of a long number": (1_000_000, json_ld(lambda n: '{"@type":"NewsArticle","datePublished":' + "9" * n + "}")),
    "JSON-LD of many authors": (20_000, json_ld(lambda n: '{"@type":"NewsArticle","author":[' + '{"name":"Ilse"},' * n + "1]}")),
    "JSON-LD graph": (20_000, json_ld(lambda n: '{"@graph":[' + '{"@type":"NewsArticle","@id":"a","author":{"@id":"a"}},' * n + "1]}")),
    "JSON-LD that refers in a ring": (10_000, json_ld(lambda n: "[" + ",".join(f'{{"@type":"NewsArticle","@id":"{i}","author":{{"@id":"{(i + 1) % n}"}}}}' for i in range(n)) + "]")),
}  # fmt: skip


def read(name: str, size: int, limit: float) -> str:
    """How one page ended, and the seconds of processor time that it took; for the interpreter that is started for it."""
    resource.setrlimit(resource.RLIMIT_CPU, (ceil(limit), ceil(limit) + 1))
    text = CASES[name][1](size)
    parse_html(page(""))  # what the first call imports is no part of the time
    start = time.process_time()
    try:
        parse_html(text, url="https://marrowbay.example/ferry", attribute=False)
        end = "Article"
    except InputError:
        end = "InputError"
    return json.dumps([end, time.process_time() - start])


def ended(name: str, size: int, limit: float) -> tuple[str, float]:
    """How a page ended, seen from outside, and the seconds that it took."""
    task = ("--read", name, "--size", str(size), "--limit", str(limit))
    command = [sys.executable, str(Path(__file__).resolve()), *task]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == -signal.SIGXCPU:
        return f"over {limit:.0f} s", limit
    if done.returncode:
        return (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1][:120], 0.0
    end, seconds = json.loads(done.stdout)
    return str(end), float(seconds)


def is_sound(name: str, limit: float) -> bool:
    """Whether both pages of a case end well and in time; prints its row."""
    size = CASES[name][0]
    first, one = ended(name, size, limit)
    second, two = ended(name, size * 2, limit) if one < limit else ("not tried", 0.0)
    if two > MOST * one > 0 and second == "Article":  # a busy machine does that too: the faster of two runs counts
        one, two = min(one, ended(name, size, limit)[1]), min(two, ended(name, size * 2, limit)[1])
    ratio = two / one if one else 0.0
    sound = {first, second} <= {"Article", "InputError"} and (ratio <= MOST or two < LEAST)
    end = first if first == second else f"{first}; {second}"
    print(f"| {name} | {size} | {end} | {one:.3f} | {two:.3f} | {ratio:.2f} | {'' if sound else 'LOOK'} |", flush=True)
    return sound


def main() -> None:
    """Read every page, or the one that is asked for."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("cases", nargs="*", metavar="CASE", help="names of cases; all where none is given")
    options.add_argument("--limit", type=float, default=20.0, help="seconds of processor time that a page may take")
    options.add_argument("--read", help=argparse.SUPPRESS)
    options.add_argument("--size", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.read:
        print(read(given.read, given.size, given.limit))
        return
    print("| case | n | end | s at n | s at 2n | ratio | |\n| --- | ---: | --- | ---: | ---: | ---: | --- |")
    sound = [is_sound(name, given.limit) for name in given.cases or CASES]
    sys.exit(not all(sound))


if __name__ == "__main__":
    main()
