"""For every rule on tagged files what breaks it, a twin that does not, and the test of veraPDF that says the same."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf
from breakages import both, nothing, sets
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String
from press_file import font
from tagged_file import XMP, Change, changed, tags, words

#: Where veraPDF has no such test: what only a house asks for, or only people can tell.
NONE = ""


@dataclass(frozen=True)
class Breakage:
    """A rule, a change that breaks it, one that does not, and which test of veraPDF's fails with it."""

    rule: str
    clause: str
    change: Change = nothing
    twin: Change = nothing
    also: frozenset[str] = frozenset()  # rules that cannot but be broken with it
    on_bytes: Callable[[bytes], bytes] = bytes

    def broken(self) -> bytes:
        return self.on_bytes(changed(self.change))

    def clean(self) -> bytes:
        return changed(self.twin)


def in_xmp(old: str, new: str) -> Change:
    assert old in XMP
    return lambda pdf: pdf.Root.Metadata.write(XMP.replace(old, new).encode())


def in_tag(role: str, place: int = 0, **entries: Any) -> Change:
    """A change of a tag's own entries; nothing takes one out."""

    def change(pdf: Pdf) -> None:
        tag = tags(pdf, role)[place]
        for key, value in entries.items():
            if value is None:
                del tag[f"/{key}"]
            else:
                tag[f"/{key}"] = value(pdf) if callable(value) else value

    return change


def in_content(page: int, old: str, new: str) -> Change:
    """A change of what a page paints."""

    def change(pdf: Pdf) -> None:
        content = pdf.pages[page].obj.Contents.read_bytes()
        assert old.encode() in content
        pdf.pages[page].obj.Contents = pdf.make_stream(content.replace(old.encode(), new.encode(), 1))

    return change


def paints(operators: str, page: int = 0, **forms: Callable[[Pdf], Any]) -> Change:
    """A change that paints more on a page; `forms` are what it calls by name."""

    def change(pdf: Pdf) -> None:
        sheet = pdf.pages[page].obj
        for label, make in forms.items():
            sheet.Resources.XObject[f"/{label}"] = make(pdf)
        sheet.Contents = pdf.make_stream(sheet.Contents.read_bytes() + b"\n" + operators.encode())

    return change


def form(content: str, **entries: Any) -> Callable[[Pdf], Any]:
    def make(pdf: Pdf) -> Any:
        made = pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 420]))
        made.Resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
        for key, value in entries.items():
            made[f"/{key}"] = value(pdf) if callable(value) else value
        return made

    return make


def tagged_form(pdf: Pdf) -> None:
    """A form whose content is a paragraph by itself, put into the tree, and drawn once."""
    number = 9
    made = form(f"/P <</MCID 0>> BDC {words(20, 60)} EMC", StructParents=number)(pdf)
    made = pdf.make_indirect(made)
    story = tags(pdf, "Sect")[0]
    claim = Dictionary(Type=Name.MCR, MCID=0, Stm=made, Pg=pdf.pages[0].obj)
    tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=story, K=Array([claim])))
    story.K.append(tag)
    pdf.Root.StructTreeRoot.ParentTree.Nums.extend([number, Array([tag])])
    paints("/X1 Do", X1=lambda _: made)(pdf)


def new_tag(role: str, parent: str, place: int | None = None, **entries: Any) -> Change:
    """A change that puts one more tag with a text of its own on page 1 into the first `parent`."""

    def change(pdf: Pdf) -> None:
        owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        holder, number = tags(pdf, parent)[0], len(owners)
        tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=holder, K=Array([number])))
        tag.Pg = pdf.pages[0].obj
        for key, value in entries.items():
            tag[f"/{key}"] = value
        owners.append(tag)
        holder.K.insert(len(holder.K) if place is None else place, tag)
        paints(f"/{role} <</MCID {number}>> BDC {words(20, 60)} EMC")(pdf)

    return change


def mapped(**roles: str) -> Change:
    return sets("StructTreeRoot", "RoleMap", to=Dictionary({f"/{key}": Name(f"/{to}") for key, to in roles.items()}))


def swapped_owners(pdf: Pdf) -> None:
    """The parent tree gives the heading's text to the paragraph, and the other way round."""
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


def claimed_twice(pdf: Pdf) -> None:
    tags(pdf, "H2")[0].K.append(0)


def stale_claim(pdf: Pdf) -> None:
    tags(pdf, "H2")[0].K.append(99)


def shared_tag(pdf: Pdf) -> None:
    tags(pdf, "Document")[0].K.append(tags(pdf, "H2")[0])


def lost_row(pdf: Pdf) -> None:
    """The second row has one cell, and the other one's text is a paragraph behind the table."""
    row, book = tags(pdf, "TR")[1], tags(pdf, "Document")[0]
    cell = row.K[1]
    del row.K[1]
    cell.S, cell.P = Name.P, book
    book.K.append(cell)


def empty_tag(pdf: Pdf) -> None:
    story = tags(pdf, "Sect")[0]
    story.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=story)))


def moved(role: str, to: str, place: int = 0) -> Change:
    """A change that puts a tag, as it is, elsewhere in the tree."""

    def change(pdf: Pdf) -> None:
        tag, holder = tags(pdf, role)[0], tags(pdf, to)[0]
        before = tag.P.K
        for index in range(len(before)):
            if before[index] == tag:
                del before[index]
                break
        tag.P = holder
        holder.K.insert(place, tag)

    return change


def protected(*, aids: bool) -> Callable[[bytes], bytes]:
    def protect(content: bytes) -> bytes:
        file = io.BytesIO()
        allowed = pikepdf.Permissions(accessibility=aids, extract=False)
        with pikepdf.open(io.BytesIO(content)) as pdf:
            lock = pikepdf.Encryption(owner="x", user="", R=3, aes=False, metadata=False, allow=allowed)
            pdf.save(file, encryption=lock, force_version="1.7")
        return file.getvalue()

    return protect


def newer(content: bytes) -> bytes:
    assert content.startswith(b"%PDF-1.7")
    return content.replace(b"%PDF-1.7", b"%PDF-2.0", 1)


def in_font(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(pdf.pages[0].obj.Resources.Font.F1)


def with_second_font(pdf: Pdf) -> None:
    """The same font once more, which does not say what its codes mean."""
    fonts = pdf.pages[0].obj.Resources.Font
    mute = Dictionary(dict(fonts.F1.items()))
    del mute.ToUnicode
    fonts.F2 = pdf.make_indirect(mute)


def with_list(more: int) -> Change:
    """A list of the glyphs that the font has, a bit for each, of so many more or fewer."""

    def change(pdf: Pdf) -> None:
        count = TTFont(io.BytesIO(font()[0]))["maxp"].numGlyphs + more
        bits = (int("1" * count, 2) << (-count % 8)).to_bytes((count + 7) // 8)
        pdf.pages[0].obj.Resources.Font.F1.DescendantFonts[0].FontDescriptor.CIDSet = pdf.make_stream(bits)

    return change


def in_link(**entries: Any) -> Change:
    def change(pdf: Pdf) -> None:
        link = pdf.pages[1].obj.Annots[0]
        for key, value in entries.items():
            link[f"/{key}"] = value(pdf) if callable(value) else value

    return change


def drop_guest(pdf: Pdf) -> None:
    tag = tags(pdf, "Link")[0]
    tag.K = Array([kid for kid in tag.K if not isinstance(kid, Dictionary)])


def with_layer(**entries: Any) -> Change:
    return sets("OCProperties", to=Dictionary(OCGs=Array(), D=Dictionary(**entries)))


def with_file(**entries: Any) -> Change:
    def change(pdf: Pdf) -> None:
        inner = pdf.make_stream(b"A story.", Type=Name.EmbeddedFile)
        file = pdf.make_indirect(Dictionary(Type=Name.Filespec, EF=Dictionary(F=inner), **entries))
        pdf.Root.AF = Array([file])

    return change


def with_form(render: str) -> Change:
    def change(pdf: Pdf) -> None:
        xfa = f"<config><acrobat><acrobat7><dynamicRender>{render}</dynamicRender></acrobat7></acrobat></config>"
        stream = pdf.make_stream(xfa.encode())
        pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=Array([String("config"), stream]))

    return change


def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


NUMBER = "/H1 <</MCID 0>>"

TAGGED = (
    Breakage("ua-claim", "5-1", in_xmp(' pdfuaid:part="1"', "")),
    Breakage("ua-claim", "5-2", in_xmp('pdfuaid:part="1"', 'pdfuaid:part="3"')),
    Breakage("ua-claim", "5-3", lambda pdf: pdf.Root.Metadata.write(XMP.replace("pdfuaid", "ua").encode())),
    Breakage("ua-version", "6.1-1", on_bytes=newer),
    Breakage("ua-marked", "6.2-1", sets("MarkInfo", "Marked", to=False)),
    Breakage("ua-marked", "7.1-4", sets("MarkInfo", "Suspects", to=True), sets("MarkInfo", "Suspects", to=False)),
    Breakage("ua-title", "7.1-10", sets("ViewerPreferences", "DisplayDocTitle", to=False)),
    Breakage("ua-title", NONE, in_xmp("Postcards of Return", ""), also=frozenset({"title"})),
    Breakage("ua-language", "7.2-34", no_language),
    Breakage("ua-language-tags", "7.2-29", sets("Lang", to=String("en_GB")), sets("Lang", to=String("sr-Latn-RS"))),
    Breakage("ua-language-tags", "7.2-29", in_tag("P", Lang=String("norsk bokmål")), in_tag("P", Lang=String("nb"))),
    Breakage("ua-language-tags", "7.2-29", in_content(0, "/Lang (nb)", "/Lang (n/b)")),
    Breakage("ua-locked", "7.16-1", on_bytes=protected(aids=False), also=frozenset({"encryption"})),
    Breakage("ua-fixed-form", "7.15-1", with_form("required"), with_form("forbidden")),
    Breakage("ua-layers", "7.10-1", with_layer(), with_layer(Name=String("all"))),
    Breakage("ua-layers", "7.10-2", with_layer(Name=String("all"), AS=Array())),
    Breakage(
        "ua-attachments", "7.11-1", with_file(F=String("a.txt")), with_file(F=String("a.txt"), UF=String("a.txt"))
    ),
    Breakage(
        "ua-encodings",
        "7.21.3.2-1",
        in_font(lambda font: font.DescendantFonts[0].__delitem__("/CIDToGIDMap")),
    ),
    Breakage("ua-subsets", "7.21.4.2-2", with_list(-12), with_list(0)),
    Breakage("ua-subsets", "7.21.4.2-2", with_list(1)),
    Breakage("ua-widths", "7.21.5-1", in_font(lambda font: font.DescendantFonts[0].W[1].__setitem__(0, 999))),
    Breakage(
        "readable",
        "7.21.7-1",
        both(with_second_font, paints(f"/Artifact BMC 3 Tr {words(20, 60).replace('F1', 'F2')} EMC")),
        paints(f"/Artifact BMC 3 Tr {words(20, 60)} EMC"),
    ),
    Breakage(
        "ua-tree",
        "7.1-11",
        lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
        also=frozenset({"ua-untagged", "ua-links"}),
    ),
    Breakage("ua-untagged", "7.1-3", paints(words(20, 60)), paints(f"/Artifact BMC {words(20, 60)} EMC")),
    Breakage("ua-untagged", "7.1-3", paints("20 60 m 90 60 l S"), paints("20 60 m 90 60 l n")),
    Breakage("ua-untagged", "7.1-3", paints("/Im1 Do"), paints("/Artifact <</Type /Layout>> BDC /Im1 Do EMC")),
    Breakage("ua-untagged", "7.1-3", paints(f"/P BMC {words(20, 60)} EMC")),
    Breakage(
        "ua-untagged",
        "7.1-3",
        paints("/X1 Do", X1=form(words(20, 60))),
        paints("/Artifact BMC /X1 Do EMC", X1=form(words(20, 60))),
    ),
    Breakage("ua-untagged", "7.1-3", paints(f"/P <</MCID 77>> BDC {words(20, 60)} EMC")),
    Breakage("ua-nested", "7.1-1", in_content(0, f"{NUMBER} BDC", f"{NUMBER} BDC /Artifact BMC 0 g EMC")),
    Breakage(
        "ua-nested",
        "7.1-2",
        both(in_content(0, NUMBER, f"/Artifact BMC {NUMBER}"), paints("EMC")),
        in_content(0, f"{NUMBER} BDC", f"{NUMBER} BDC /Span BMC 0 g EMC"),
        also=frozenset({"ua-nested"}),
    ),
    Breakage("ua-agreement", NONE, swapped_owners),
    Breakage("ua-agreement", NONE, claimed_twice),
    Breakage("ua-agreement", NONE, stale_claim),
    Breakage("ua-agreement", NONE, in_content(0, "/P <</MCID 1>>", "/P <</MCID 0>>")),
    Breakage("ua-shared-forms", "7.20-2", both(tagged_form, paints("/X1 Do")), tagged_form),
    Breakage(
        "ua-references",
        "7.20-1",
        paints("/Artifact BMC /X1 Do EMC", X1=form("", Ref=Dictionary(F=String("other.pdf"), Page=0))),
    ),
    Breakage("ua-parents", "7.1-3", in_tag("H1", P=None)),
    Breakage("ua-parents", NONE, in_tag("H1", P=lambda pdf: tags(pdf, "TR")[0])),
    Breakage("ua-parents", NONE, shared_tag),
    Breakage("ua-roles", "7.1-5", in_tag("P", S=Name.Chapter), both(in_tag("P", S=Name.Chapter), mapped(Chapter="P"))),
    Breakage("ua-roles", "7.1-6", both(in_tag("P", S=Name.One), mapped(One="Two", Two="One"))),
    Breakage("ua-roles", "7.1-7", mapped(P="Div")),
    Breakage("ua-empty", NONE, empty_tag),
    Breakage("ua-empty", NONE, in_content(0, "/H2 <</MCID 2>> BDC", "/H2 <</MCID 2>> BDC EMC /Artifact BMC")),
    Breakage("ua-nesting", "7.2-20", new_tag("P", "LI"), new_tag("P", "LBody")),
    Breakage("ua-nesting", "7.2-19", new_tag("P", "L"), new_tag("Caption", "L", 0)),
    Breakage("ua-nesting", "7.2-40", new_tag("Caption", "L")),
    Breakage("ua-nesting", "7.2-17", moved("LI", "Sect"), moved("L", "Document")),
    Breakage("ua-nesting", "7.2-27", new_tag("P", "TOC"), new_tag("P", "TOCI")),
    Breakage("ua-nesting", "7.2-28", new_tag("Caption", "TOC")),
    Breakage("ua-nesting", "7.2-26", moved("TOCI", "Document"), moved("TOC", "Sect")),
    Breakage("ua-nesting", "7.2-3", new_tag("P", "Table"), new_tag("Caption", "Table", 0)),
    Breakage("ua-nesting", "7.2-10", new_tag("P", "TR"), new_tag("P", "TD"), also=frozenset({"ua-nesting"})),
    Breakage("ua-headings", "7.4.2-1", in_tag("H1", S=Name.H2), in_tag("H2", S=Name.H1)),
    Breakage("ua-headings", "7.4.2-1", in_tag("H2", S=Name.H3)),
    Breakage("ua-headings", "7.4.4-2", in_tag("H2", S=Name.H)),
    Breakage("ua-notes", "7.9-1", in_tag("Note", ID=None)),
    Breakage("ua-notes", "7.9-2", in_tag("Note", ID=String("note2")), in_tag("Note", ID=String("note3"))),
    Breakage("ua-grids", "7.2-43", lost_row),
    Breakage(
        "ua-headed",
        "7.5-1",
        both(in_tag("TH", 0, A=None), in_tag("TH", 1, A=None)),
        both(in_tag("TH", 0, A=None), in_tag("TD", 0, S=Name.TH)),
    ),
    Breakage("ua-described", "7.3-1", in_tag("Figure", Alt=None), in_tag("Figure", Alt=None, ActualText=String("Hi"))),
    Breakage("ua-described", "7.3-1", in_tag("Figure", Alt=String(""))),
    Breakage("ua-file-name", NONE, in_tag("Figure", Alt=String("amina.jpg")), in_tag("Figure", Alt=String("Amina."))),
    Breakage("ua-file-name", NONE, in_tag("Figure", Alt=String("IMG_2044")), in_tag("Figure", Alt=String("2044 nets"))),
    Breakage("ua-outlined", NONE, in_tag("Figure", A=None)),
    Breakage("ua-order", "7.18.3-1", lambda pdf: pdf.pages[1].obj.__delitem__("/Tabs")),
    Breakage("ua-links", "7.18.5-1", in_tag("Link", S=Name.Span)),
    Breakage("ua-links", "7.18.5-1", in_link(StructParent=50), in_link(Border=Array([0, 0, 0]))),
    Breakage("ua-links", NONE, drop_guest),
    Breakage("ua-told", "7.18.5-2", in_link(Contents=String("")), in_link(Contents=String(""), F=2)),
    Breakage(
        "ua-leading",
        NONE,
        in_link(Dest=lambda pdf: Array([pdf.make_indirect(Dictionary()), Name.Fit])),
        in_link(Dest=lambda pdf: Array([pdf.pages[1].obj, Name.Fit])),
    ),
    Breakage(
        "ua-leading",
        NONE,
        sets("Outlines", "First", "Dest", to=String("nowhere")),
        both(
            sets("Outlines", "First", "Dest", to=String("story")),
            sets("Dests", "story", to=lambda pdf: Array([pdf.pages[0].obj, Name.Fit])),
        ),
    ),
)
