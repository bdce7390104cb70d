"""E-mail addresses, online names, web addresses and postcodes."""

import re
from collections.abc import Iterable, Iterator

from analysis.coding.redaction.lexicon import KEPT, WORD, read_lexicon
from analysis.coding.redaction.spans import Span, free

TOP = r"(?:com|co|uk|org|net|eu|info|me|ie|gov|ac|sch|edu|biz|io|test|example|invalid)"
# Fewer than in an e-mail address: a missing space after a full stop makes "needs.me" of two words.
WEB_TOP = r"(?:com|co\.uk|org|org\.uk|net|sch\.uk|ac\.uk|gov\.uk|nhs\.uk|eu)"
AT = r"(?:\s?[\[(<{]\s?at\s?[\])>}]\s?|\s?@\s?|\sat\s)"
DOT = r"(?:\s?\.\s?|\s?[\[(]\s?dot\s?[\])]\s?|\sdot\s)"
# Every repetition has a bound: a text of 100,000 letters must not be read again from each of them.
AT_SIGN = re.compile(r"@|\bat\b", re.IGNORECASE)
STRICT_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{0,63}\w@\w[\w-]{0,63}(?:\.[\w-]{0,62}\w){1,6}")
LOOSE_EMAIL = re.compile(
    rf"(?P<name>[\w+'-]{{1,64}}(?:(?:\.|\s?[\[(]dot[\])]\s?|\sdot\s)[\w+'-]{{1,64}}){{0,4}})(?P<at>{AT})"
    rf"(?P<domain>[\w-]{{1,64}}(?:{DOT}[\w-]{{1,64}}){{0,3}}?{DOT}{TOP}(?:{DOT}uk)?)\b",
    re.IGNORECASE,
)
PROVIDERS = re.compile(
    r"g\s?mail|google|hot\s?mail|outlook|yahoo|icloud|live|aol|btinternet|sky|virgin|proton|example|me\b",
    re.IGNORECASE,
)
BARE_EMAIL = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]{0,63}\w@(?:gmail|google|hotmail|outlook|yahoo|icloud|live|example)\b",
    re.IGNORECASE,
)
NEAR = 30
NEAR_MAIL = re.compile(r"mail\W+(?:\w+\W+)?$", re.IGNORECASE)
HANDLE = re.compile(r"(?<![\w.@])@(\w[\w.]{0,28}\w)")
UNDERSCORED = re.compile(r"(?<![\w/@.])(?=\w*[^\W_])\w{2,}_\w+(?![\w@/])")
NETWORK = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|twitter|tik\s?tok|facebook|fb|discord|xbox|gamer\s?tag|psn"
    r"|roblox|threads|user\s?name|handle|skype|telegram|whatsapp)\b"
    r"(?:\s*(?:name|id|account|profile|handle|is|as|under|on|me|am|im|i'm|at|called|=|:|-|–))*\s+"
    r"(?P<name>(?=[\w.]*(?:[._]\w|\d))\w[\w.]{2,28}\w)",
    re.IGNORECASE,
)
WEB = re.compile(
    rf"(?:https?://|www\.)[^\s<>()\[\]{{}}\"]+|(?<![\w@.-])[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,4}}\.{WEB_TOP}(?![\w@])(?:/[^\s<>()]*)?",
    re.IGNORECASE,
)
SOCIAL = re.compile(
    r"facebook|instagram|twitter|tiktok|linkedin|youtube|snapchat|(?:^|\.)x\.com|t\.me"
)
PUBLIC_HOST = re.compile(r"\.gov\.uk|\.nhs\.uk|\.gov$|\.org$|\.org\.uk|\.police\.uk|\.nhs\.net")
POSTCODE = re.compile(
    r"(?<![^\W_])(?P<area>[A-Za-z]{1,2})(?P<gap>\s?)(?P<district>\d[A-Za-z\d]?)[\s.\-]{0,2}"
    r"\d\s?(?P<unit>[A-Z]{2}|[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![^\W_])"
)
DISTRICT = re.compile(
    r"(?:(?:\b(?:in|near|from|around|area|to|are|at)\s+|\()(?-i:(?P<district>[A-Z]{1,2}\d[\dA-Z]?(?:\s\d)?))"
    r"|\b(?:in|near|from|around|to)\s+(?-i:(?P<typed>[a-z]{2}\d{1,2}))"
    r"|\bpost\s?code\s+(?:is\s+)?(?P<small>[a-z]{1,2}\d[\da-z]?)"
    r"|\b(?-i:(?P<area>[A-Z]{1,2}\d[\dA-Z]?))\s(?=area\b))\b(?!\s?\d)",
    re.IGNORECASE,
)
SPELLED = re.compile(
    r"post\s?code(?:\s(?:is|was|of))?[\s:=]{1,3}(?P<code>[a-z]\s?(?:[a-z]\s)?"
    r"(?:(?:\d|one|two|three|four|five|six|seven|eight|nine|zero|oh)\s?){2,4}[a-z]\s?[a-z])\b",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
ORDINALS = frozenset(("st", "nd", "rd", "th"))


def find_contacts(text: str) -> list[Span]:
    """Return e-mail addresses, online names, web addresses and postcodes, in any order."""
    found: list[Span] = []
    if AT_SIGN.search(text):
        found += free(_emails(text), found)
    numbered = DIGIT.search(text)
    if numbered or "." in text or "@" in text or "_" in text:
        found += free(_web_addresses(text), found)
        found += free(_handles(text), found)
    if numbered or "code" in text:
        found += free(_postcodes(text), found)
    return found


def online_words(text: str, spans: Iterable[Span]) -> set[str]:
    """Return the words, in small letters, that online names and e-mail addresses are made of."""
    names = [text[s.start : s.end].split("@") for s in spans if s.kind in ("email", "handle")]
    parts = [name[0] or name[-1] for name in names]
    return {word for part in parts for word in LETTERS.findall(part.lower()) if len(word) > 2}


def _emails(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, also those with "at" and "dot" in words."""
    if "@" in text:
        for pattern in (STRICT_EMAIL, BARE_EMAIL):
            for match in pattern.finditer(text):
                yield Span(*match.span(), "email")
    for match in LOOSE_EMAIL.finditer(text):
        start = match.start("name")
        named = match["at"].strip().lower() != "at" or PROVIDERS.search(match["domain"])
        named = named or re.search(r"[\d._+]|dot", match["name"])
        if named or NEAR_MAIL.search(text[max(0, start - NEAR) : start]):
            yield Span(start, match.end(), "email")


def _handles(text: str) -> Iterator[Span]:
    """Yield online names: after @, after the name of a network, or with an underscore."""
    for match in HANDLE.finditer(text):
        if not read_lexicon().marks.get(match[1].lower(), 0) & (WORD | KEPT):
            yield Span(*match.span(), "handle")
    for match in NETWORK.finditer(text):
        yield Span(*match.span("name"), "handle")
    for match in UNDERSCORED.finditer(text):
        yield Span(*match.span(), "handle")


def _web_addresses(text: str) -> Iterator[Span]:
    """Yield web addresses of a person, a school or a firm; those of public bodies stay."""
    for match in WEB.finditer(text):
        address = match[0].rstrip(".,;:!?'")
        host = re.sub(r"^https?://", "", address.lower()).split("/")[0]
        if PUBLIC_HOST.search(host) and not host.endswith(".sch.uk"):
            continue
        kind = "handle" if SOCIAL.search(host) else "organisation"
        if host.endswith((".sch.uk", ".ac.uk")):
            kind = "school"
        if kind == "handle" and "/" not in address.split("//")[-1].rstrip("/"):
            continue
        yield Span(match.start(), match.start() + len(address), kind)


def _postcodes(text: str) -> Iterator[Span]:
    """Yield postcodes, spaced in any way, and the first halves that stand after "in" or "near"."""
    areas = read_lexicon().areas
    for match in POSTCODE.finditer(text):
        if match["area"].lower() not in areas:
            continue
        small = match["area"].islower() or match["unit"].islower()
        parted = match["gap"] or not match[0][-3].isdigit()
        if small and (parted or match["unit"].lower() in ORDINALS):
            continue
        yield Span(*match.span(), "postcode")
    for match in SPELLED.finditer(text):
        yield Span(*match.span("code"), "postcode")
    for match in DISTRICT.finditer(text):
        named = match.lastgroup or ""
        if _area(match[named]) in areas:
            yield Span(*match.span(named), "postcode")


def _area(district: str) -> str:
    """Return the letters that a postcode begins with, small."""
    return re.split(r"\d", district.lower())[0]
