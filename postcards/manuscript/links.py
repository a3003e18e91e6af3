"""Addresses that a reader follows: what a web address must be before it is printed or made into a code, and `tel:`.

Whoever opens a code with a phone trusts it unread. So an address is plain `https` (RFC 3986, RFC 9110), in letters that
cannot pass for others, and carries nothing that tells its owner who came from where.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlsplit

from postcards.expressions import expression
from postcards.manuscript.faults import Fault, shown

#: The one scheme that nobody on the way can read or change.
HTTPS = "https://"

#: Longest address (characters): what a code of 45 modules holds at level M (ISO/IEC 18004, table 7: version 7, 122
#: bytes). In the smallest room that layouts may give a code its modules are then half a millimetre.
LONGEST = 122

#: Names of parameters that tell who came from where: of campaigns, of clicks in advertisements and mails, of sessions.
TRACKING = frozenset(
    {
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "ysclid"),
        *("igshid", "igsh", "li_fat_id", "epik", "rdt_cid", "sccid", "srsltid", "_ga", "_gl", "_openstat"),
        *("mc_cid", "mc_eid", "mkt_tok", "ml_subscriber", "_ke", "_bta_c", "_bta_tid", "trk", "s_cid", "wickedid"),
        *("ref", "ref_id", "refid", "ref_src", "ref_url", "refsrc", "referer", "referrer", "affiliate", "aff_id"),
        *("session", "sessionid", "session_id", "jsessionid", "phpsessid", "visitor_id", "campaign_id"),
    }
)
#: What such names begin with where a program has many of them.
TRACKING_PREFIXES = ("utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "_hs", "vero_", "oly_", "at_", "itm_")

#: A host of the name system (RFC 1123): two labels or more, the last of letters.
_HOST = expression(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
#: What may stand behind it (RFC 3986, 3.3 and 3.4).
_REST = expression(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*")
#: A label written in other letters than it shows (RFC 5890).
_DISGUISED = "xn--"

#: What stands in a link to a story: its folder's name, and the language.
STORY, LANGUAGE = "{story}", "{language}"

_NUMBER = expression(r"\+?[0-9(][0-9()\s./\u2010-\u2013-]*")
#: What separates two numbers in one line: a slash, or a dash, between spaces.
_NEXT_NUMBER = expression(r"\s[/\u2010-\u2013-]\s")
#: The zero for callers within a country, which those from abroad leave out.
_TRUNK = expression(r"(?<=\d)[\s.]*\(0\)")
#: Digits of a telephone number: a short one for the country's own services, the longest of all (ITU-T E.164).
FEWEST_DIGITS, MOST_DIGITS = 3, 15

AS_SHOWN = f"Write it as the browser shows it, beginning with {HTTPS}."


def check_link(text: str, _tag: str) -> Iterator[Fault]:
    """What keeps a web address from being printed."""
    try:
        parts = urlsplit(text)
        is_plain = parts.port is None and _is_plain(parts)
    except ValueError:
        yield Fault("link.address", f"{shown(text)} is no web address.", AS_SHOWN)
        return
    if fault := _letters(text, parts.hostname or ""):
        yield fault
    elif parts.scheme == "http":
        message = "The address begins with http://: others on the way can see what is read, and change it."
        yield Fault("link.insecure", message, "Write https://, and look whether the page opens.")
    elif not is_plain or not text.startswith(HTTPS):
        yield Fault("link.address", f"{shown(text)} is no web address.", AS_SHOWN)
    else:
        yield from _loads(text, parts)


def _loads(text: str, parts: SplitResult) -> Iterator[Fault]:
    """What an address carries beside the way to its page."""
    if parts.username is not None or parts.password is not None:
        message = "The address holds a user's name: what stands before “@” is not where it leads."
        yield Fault("link.user", message, "Write the address without it.")
    if parts.fragment or text.endswith("#"):
        message = f"The address ends in a place on its page, “#{parts.fragment}”, which others cannot count on."
        yield Fault("link.fragment", message, "Write it without “#” and what follows, or let the site give it a page.")
    yield from _tracking(parts)
    if len(text) > LONGEST:
        message = f"The address has {len(text)} characters: a code of more than {LONGEST} is too fine for phones."
        yield Fault("link.length", message, "Let the site give the page a short address.")


def check_story_link(text: str, tag: str) -> Iterator[Fault]:
    """The same of an address in which {story} and {language} stand for a story's folder and a language's tag."""
    left = text.replace(STORY, "story").replace(LANGUAGE, "en")
    if text.count(STORY) != 1 or re.search("[{}]", left):
        message = f"In {shown(text)} exactly one {STORY} is due, and {LANGUAGE} may stand there; no other braces."
        yield Fault("link.story", message, f"Write it like this: https://example.org/{STORY}.")
    else:
        yield from check_link(left, tag)


def story_link(template: str, story: str, tag: str) -> str:
    """The address of a story in a language."""
    return template.replace(STORY, story).replace(LANGUAGE, tag)


def shown_link(address: str) -> str:
    """An address as people read and type it: browsers add https:// themselves."""
    return address.removeprefix(HTTPS).removesuffix("/")


def telephone(phone: str) -> str:
    """The `tel:` address (RFC 3966) of the first number in a line, digits and + only; empty where there is none.

    >>> telephone("+47 (0)23 10 53 20 / 21")
    'tel:+4723105320'
    """
    plain = "".join(_digit(character) for character in unicodedata.normalize("NFKC", phone))
    for match in _NUMBER.finditer(_TRUNK.sub("", plain)):
        number = re.sub(r"[^0-9+]", "", _NEXT_NUMBER.split(match[0])[0])
        if number.startswith("00"):  # how most countries dial +
            number = f"+{number[2:]}"
        if FEWEST_DIGITS <= len(number.removeprefix("+")) <= MOST_DIGITS:
            return f"tel:{number}"
    return ""


def _letters(text: str, host: str) -> Fault | None:
    odd = next((character for character in text if not character.isascii()), "")
    if odd or any(label.startswith(_DISGUISED) for label in host.split(".")):
        message = f"{shown(text)} holds letters that can pass for others: it may lead elsewhere than it seems."
        return Fault("link.letters", message, "Take an address in the letters a to z.")
    return None


def _is_plain(parts: SplitResult) -> bool:
    """Whether host and path are written as they must be."""
    return bool(_HOST.fullmatch(parts.hostname or "") and _REST.fullmatch(f"{parts.path}?{parts.query}"))


def _tracking(parts: SplitResult) -> Iterator[Fault]:
    matrix = [parameter.replace(";", "&") for parameter in parts.path.split(";")[1:]]
    names = dict.fromkeys(name for part in (*matrix, parts.query) for name, _ in parse_qsl(part, True))
    for name in names:
        if name.lower() in TRACKING or name.lower().startswith(TRACKING_PREFIXES):
            message = f"The address holds “{name}”, which tells its owner who came from where."
            yield Fault("link.tracking", message, f"Take “{name}=…” out, and look whether the page still opens.")


def _digit(character: str) -> str:
    """A decimal digit of any script as ASCII has it; other characters as they are."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
