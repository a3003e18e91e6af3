"""Where lines may end in the languages of our readers: what stays whole, and what no line begins with.

In the examples _ is a no-break space and | a break opportunity.
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate

import pytest

from postcards.composition import FontShelf, TextStyle, Typesetter, Voice
from postcards.composition.bidi import levels, line_levels, visual_order
from postcards.composition.opportunities import LONGEST, held, segments
from postcards.composition.orthographies import ORTHOGRAPHIES
from postcards.composition.orthography import full_date, month_year
from postcards.composition.passages import MARKS, NUMBERS, OPENING, PREFIXED, SUFFIXED

NO_BREAK_SPACE = "\u00a0"

#: What no line of any language begins with, a spaced ellipsis included.
NEVER_FIRST = "፡።፣፤፥፦»›!?;:…)]}।؟؛،–—"


def shown(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, "_")


def split(text: str, language: str) -> str:
    return shown("|".join(text[start:end] for start, end in segments(text, language)))


@pytest.mark.parametrize("example", [rule.example for rule in (*NUMBERS, SUFFIXED, *PREFIXED, *MARKS, *OPENING)])
def test_every_rule_holds_its_example(example: str) -> None:
    assert " " in example
    assert held(f"så {example} ", "nb").startswith(f"så {example[: example.index(' ')]}{NO_BREAK_SPACE}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "fikk 45_000_NOK, 1_250_000_kr og 25_000"),
        ("nb", "50_% av 12_km og 5_kg, 3,5_m², 20_°C"),
        ("nb", "€_20, NOK_25_000, kr_300 og 300_kr, §_5"),
        ("nb", "25_000–30_000_kroner"),
        ("en", "2_mill._kr and 12.5_m²"),
        ("ru", "45_000_крон, 12_тыс._рублей и 5_кг"),
        ("ar", "مبلغ ٤٥_٠٠٠_كرونة و45_000_NOK"),
        ("fa-AF", "۴۵_۰۰۰_افغانی و ۵۰_٪ آن"),
        ("ti", "25_000_ብር ወይ 45_000_ናቕፋ"),
        ("am", "25_000_ብር እና 12_ኪ.ሜ"),
        ("ne", "४५_०००_रुपैयाँ वा रु._५००"),
        ("bn", "২৫_০০০_NOK"),
        ("th", "25_000_บาท ใน พ.ศ._2555"),
        ("fr", "50_% des 25_000,50_€"),
        ("fa", "۲۰_هزار_کرون و ۲_۰۰۰_دلار"),
        ("ps", "۴۵_۰۰۰_ناروېژي_کرونو او ۲_۰۰۰_امریکايي_ډالر"),
        ("ckb", "٤٥_٠٠٠_کرۆنی نەرویجی، ٢_٠٠٠_دۆلاری ئەمریکی"),
        ("ur", "45,000_نارویجن_کرونر اور 2,000_امریکی_ڈالر"),
        ("hi", "45,000_नॉर्वेजियन_क्रोनर के"),
        ("bn", "৪৫,০০০_নরওয়েজীয়_ক্রোনের সমান"),
        ("pa", "45,000_ਨਾਰਵੇਜੀਅਨ_ਕ੍ਰੋਨਰ ਦੇ"),
        ("sr-Latn", "45.000_norveških_kruna"),
    ],
)
def test_sums_and_measures_are_held(language: str, text: str) -> None:
    assert shown(held(text.replace("_", " "), language)) == text


@pytest.mark.parametrize(
    "text",
    [
        "+47_23_10_53_20",
        "(+47)_23_10_53_20",
        "+47_231_05_320",
        "0047_23_10_53_20",
        "22_12_34_56",
        "901_23_456",
        "0911_23_45_67",
        "01_23_45_67_89",
        "۰۷۰۰_۱۲_۳۴_۵۶",
        "\u2066+47_22_12_34_56\u2069",
    ],
)
def test_phone_numbers_are_held(text: str) -> None:
    text = f"ring {text} nå"
    assert shown(held(text.replace("_", " "), "nb")) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 5_November_2012, or November_5,_2012, in Nov._2012; in MAY_2012"),
        ("nb", "22._november_2012, 5._nov._2012 og 1._mai, i mai_2012"),
        ("fr", "le 1er_novembre_2012 et le 5_mars"),
        ("es", "el 22_de_septiembre_de_2012"),
        ("ru", "5_ноября_2012_г. и в ноябре_2012 года, ноябрь_2012_г., в 2012_г."),
        ("uk", "22_вересня_2012_р., у вересні_2012"),
        ("ar", "في 5_نوفمبر_2012 وفي تشرين_الثاني_2012 ولنوفمبر_2012، ٥_نوفمبر_٢٠١٢"),
        ("fa-AF", "در ۵_نومبر_۲۰۱۲ و نوامبر_۲۰۱۲"),
        ("ti", "ሕዳር_5,_2012፣ ብሕዳር_2012"),
        ("am", "5_ኖቬምበር_2012፣ በኖቬምበር_2012"),
        ("ne", "2012_नोभेम्बर_5, नोभेम्बर_२०१२"),
        ("th", "5_พ.ย._2555, พฤศจิกายน_2012, 5_พฤศจิกายน_ค.ศ._2012"),
        ("vi", "ngày 5_tháng_11_năm_2012"),
        ("sr-Latn", "5._11._2012. i 5._novembra_2012."),
        ("tr", "5_Kasım_2012"),
    ],
)
def test_dates_are_held(language: str, text: str) -> None:
    assert shown(held(text.replace("_", " "), language)) == text


@pytest.mark.parametrize("language", sorted(ORTHOGRAPHIES))
@pytest.mark.parametrize("month", range(1, 13))
def test_dates_that_the_booklet_writes_are_held(language: str, month: int) -> None:
    """A date that is longer than a narrow line is wide is the only one that may be divided."""
    for text in (full_date(date(2012, month, 22), language), month_year(2012, month, language, "text")):
        assert " " not in held(text, language) or (language == "mn" and len(text) > LONGEST)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "i 2012 reiste 12 personer, 25 år gamle"),
        ("nb", "i 2012 250 personer"),
        ("nb", "i 2012 min mor og 5 til"),
        ("en", "In 2012 IOM helped 25 families in May and 12 lone men"),
        ("en", "Omar 2012, a mayor 2012"),
        ("fr", "12 l'un, 5 m'ont"),
        ("so", "2012 iyo 12 qof"),
        ("es", "En 2012 ha vuelto con 12 más"),
        ("ar", "عام 2012 عاد 12 شخصا"),
        ("nb", "- 5 og -5 eller …og »ord«"),
    ],
)
def test_nothing_else_is_held(language: str, text: str) -> None:
    assert held(text, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "hjem_– til Oslo_– og_- nei"),
        ("ru", "Надежда_— работа"),
        ("fr", "«_Bonjour_!_» Ah_? Oui_; non_: voilà_…"),
        ("fr", "‹_oui_› et «_non_»."),
        ("ti", "ሰላም_፡ ዓለም_። ሰላም_፣ ዓለም_፤ ሰላም_፥ ዓለም_፦"),
        ("am", "ሰላም_፡ ዓለም_። ሰላም_፣ ዓለም"),
        ("ne", "घर हो_। हो_॥"),
        ("th", "ต่าง_ๆ กรุงเทพ_ฯ"),
        ("ar", "نعم_؟ لا_؛ ثم_، هنا"),
        ("nb", "dobbelt__– mellomrom"),
    ],
)
def test_marks_set_off_by_a_space_are_held(language: str, text: str) -> None:
    assert shown(held(text.replace("_", " "), language)) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "22.11.2012 |2012-11-22 |11/2012 |2010–2012 |12–14 |år"),
        ("nb", "tlf. |22-12-34-56 |eller |555–1234"),
        ("nb", "arbeids-|og |velferdsetaten, |både-|og"),
        ("en", "word—|word |and |well-|known"),
        ("en", "write |to |someone@example.org"),
        ("en", "https://|example.org/|path?|x=1"),
        ("fa-AF", "۲۰۱۲/۱۱/۲۲ |و |۲۰۱۰–۲۰۱۲"),
        ("ne", "२०६९।०८।०५ |मा |घर।"),
        ("ti", "ሰላም፡|ዓለም፡|ሰላም። |ዓለም፣ |ሰላም!። |ዓለም"),
        ("am", "ሰላም፡፡ |ዓለም፡።"),
        ("th", "ที่|บ้าน|ของ|ฉัน|อยู่|ใน|ประเทศไทย"),
        ("th", "ต่าง_ๆ |กัน"),
        ("km", "ខ្ញុំ|ស្រឡាញ់|ផ្ទះ"),
        ("lo", "ຂ້ອຍ|ຮັກ|ບ້ານ"),
        ("my", "ကျွန်တော်|အိမ်|ပြန်သည်"),
        ("en", "e\u0301 |\U0001f468\u200d\U0001f469\u200d\U0001f467|\U0001f1f3\U0001f1f4|\U0001f44d\U0001f3fd |x"),
        ("nb", "nord-_og |sør"),
        ("nb", "to |linjer\u2028|—_og"),
    ],
)
def test_where_a_line_may_end(language: str, text: str) -> None:
    assert split(text.replace("|", "").replace("_", NO_BREAK_SPACE), language) == text


def test_an_empty_text_has_no_segments() -> None:
    assert (held("", "nb"), segments("", "nb")) == ("", [])


@pytest.mark.parametrize("language", ["x-unknown", "qaa"])
def test_a_language_that_nobody_knows_keeps_its_figures(language: str) -> None:
    assert shown(held("5 November 2012, 25 000 NOK", language)) == "5 November 2012, 25_000_NOK"


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("مبلغ 45 000 كرونة", "45 000"),
        ("هاتف 22 12 34 56 هنا", "22 12 34 56"),
        ("مبلغ ٤٥ ٠٠٠ كرونة", "٤٥ ٠٠٠"),
        ("بمبلغ 1 250 000 للبيت", "1 250 000"),
    ],
)
def test_a_held_number_reads_on_paper_as_it_was_written(text: str, passage: str) -> None:
    text = held(text, "ar")
    order = visual_order(line_levels(text, levels(text, 1), 1))
    assert passage in "".join(text[place] for place in order).replace(NO_BREAK_SPACE, " ")


#: Stories in small, with what must stay whole in them.
STORIES = {
    Voice("serif", "regular", "nb", "Latn", "ltr"): (
        "Den 22. november 2012 reiste hun hjem – til Addis Abeba – med 45 000 kr i støtte. «Det var godt !» sier hun … "
        "Butikken gav 1 250 000 NOK i 2013, og 50 % gikk til huset 12 km unna. Ring +47 23 10 53 20 eller 22 12 34 56.",
        "22. november 2012|45 000 kr|1 250 000 NOK|50 %|12 km|+47 23 10 53 20|22 12 34 56",
    ),
    Voice("serif", "regular", "en", "Latn", "ltr"): (
        "On 5 November 2012 she went home – to Addis Ababa – with € 20 and NOK 25 000 of support (in all). The shop "
        "made 45 000 NOK in May 2013; half of it, 50 %, went into the house. Call +47 23 10 53 20 or 22 12 34 56 !",
        "5 November 2012|€ 20|NOK 25 000|45 000 NOK|May 2013|50 %|+47 23 10 53 20|22 12 34 56",
    ),
    Voice("serif", "regular", "fr", "Latn", "ltr"): (
        "Le 5 novembre 2012 elle est rentrée : « C’était bon ! » dit-elle ; « et vous ? » Elle a reçu 45 000 NOK … "
        "La moitié, 50 %, est allée à la maison – à 12 km. Appelez le +47 23 10 53 20 ou le 01 23 45 67 89 !",
        "5 novembre 2012|« C’était|bon ! »|« et|vous ? »|45 000 NOK|50 %|12 km|+47 23 10 53 20|01 23 45 67 89",
    ),
    Voice("serif", "regular", "ru", "Cyrl", "ltr"): (
        "Она вернулась домой 5 ноября 2012 г. — в Аддис-Абебу — и получила 45 000 крон. Это была половина, 50 % суммы "
        "… В ноябре 2013 года магазин принёс 1 250 000 NOK, до дома 12 км. Телефон +47 23 10 53 20 или 22 12 34 56.",
        "5 ноября 2012 г.|45 000 крон|50 %|ноябре 2013|1 250 000 NOK|12 км|+47 23 10 53 20|22 12 34 56",
    ),
    Voice("serif", "regular", "ar", "Arab", "rtl"): (
        "عادت إلى بيتها في 5 نوفمبر 2012 – إلى أهلها – ومعها 45 000 كرونة ؛ ثم في تشرين الثاني 2013 كسبت "
        "1 250 000 NOK ، فهل كان ذلك حسنا ؟ نعم … والبيت على بعد ١٢ كم والهاتف +47 23 10 53 20 أو 22 12 34 56.",
        "5 نوفمبر 2012|45 000 كرونة|تشرين الثاني 2013|1 250 000 NOK|١٢ كم|+47 23 10 53 20|22 12 34 56",
    ),
    Voice("serif", "regular", "fa-AF", "Arab", "rtl"): (
        "او در ۵ نومبر ۲۰۱۲ به خانه رسید – نزد خانواده‌اش – و ۴۵ ۰۰۰ افغانی گرفت ؛ آیا خوب بود ؟ بلی … و در نومبر ۲۰۱۳ "
        "از دکان ۱ ۲۵۰ ۰۰۰ NOK به دست آورد و ۵۰ ٪ آن را داد. تلفن +47 23 10 53 20 یا ۰۷۰۰ ۱۲ ۳۴ ۵۶.",
        "۵ نومبر ۲۰۱۲|۴۵ ۰۰۰ افغانی|نومبر ۲۰۱۳|۱ ۲۵۰ ۰۰۰ NOK|۵۰ ٪|+47 23 10 53 20|۰۷۰۰ ۱۲ ۳۴ ۵۶",
    ),
    Voice("serif", "regular", "ti", "Ethi", "ltr"): (
        "ሕዳር 5, 2012 ናብ ቤቱ ተመሊሱ ። 25 000 ብር ረኺቡ ፡ ድሕሪኡ ብሕዳር 2013 ድኳን ከፊቱ ፣ ቤት ድማ 12 ኪ.ሜ ርሒቑ እዩ ። "
        "ቁጽሪ ስልኪ +47 23 10 53 20 ወይ 22 12 34 56 እዩ ፤ 45 000 NOK ድማ ተዋሂቡ ።",
        "ሕዳር 5, 2012|25 000 ብር|ብሕዳር 2013|12 ኪ.ሜ|+47 23 10 53 20|22 12 34 56|45 000 NOK",
    ),
    Voice("serif", "regular", "am", "Ethi", "ltr"): (
        "በ5 ኖቬምበር 2012 ወደ ቤቱ ተመለሰ ። 25 000 ብር አገኘ ፡ ከዚያ በኖቬምበር 2013 ሱቅ ከፈተ ፣ ቤቱ 12 ኪ.ሜ ይርቃል ። "
        "ስልክ +47 23 10 53 20 ወይም 22 12 34 56 ነው ፤ 45 000 NOK ተሰጠው ።",
        "5 ኖቬምበር 2012|25 000 ብር|በኖቬምበር 2013|12 ኪ.ሜ|+47 23 10 53 20|22 12 34 56|45 000 NOK",
    ),
    Voice("serif", "regular", "ne", "Deva", "ltr"): (
        "उनी 2012 नोभेम्बर 5 मा घर फर्किए । उनले ४५ ००० रुपैयाँ पाए – र नोभेम्बर २०१३ मा पसल खोले । राम्रो भयो ? "
        "भयो … घर १२ किमी टाढा छ । फोन +47 23 10 53 20 वा 22 12 34 56 हो ।",
        "2012 नोभेम्बर 5|४५ ००० रुपैयाँ|नोभेम्बर २०१३|१२ किमी|+47 23 10 53 20|22 12 34 56",
    ),
}
SIZE, LEADING = 11.5, 15.0

#: From 60 mm, the narrowest frame, to 140 mm, in points.
MEASURES = range(170, 400, 5)

#: At so many places at least a line of each story has ended at one measure or another.
MANY = 20


@pytest.fixture(scope="module")
def ours(our_shelf: FontShelf) -> Typesetter:
    return Typesetter(our_shelf)


@pytest.mark.parametrize("voice", STORIES, ids=lambda voice: voice.language)
def test_at_every_measure_passages_stay_whole_and_no_line_begins_badly(ours: Typesetter, voice: Voice) -> None:
    story, whole = STORIES[voice]
    style = TextStyle(voice, SIZE, LEADING)
    ends = set()
    for measure in MEASURES:
        galley = ours.compose(story, style, measure)
        lines = [line.text.replace(NO_BREAK_SPACE, " ") for line in galley.lines]
        assert not galley.torn
        assert "".join(lines).replace(" ", "") == story.replace(" ", "")
        for passage in whole.split("|"):
            assert any(passage in line for line in lines), (measure, passage, lines)
        assert not [line for line in lines if line[0] in NEVER_FIRST]
        assert not [line for line in lines if line.endswith("«")]
        ends |= set(accumulate(map(len, lines[:-1])))
    assert len(ends) >= MANY


#: A Thai story of the same kind; no font of ours has its letters, so it is filled by characters.
THAI = (
    "วันที่ 5 พฤศจิกายน 2555 เขากลับบ้านและได้เงิน 45 000 บาท บ้านอยู่ไกล 12 กม. จากตลาด มีของต่าง ๆ ขาย "
    "โทรศัพท์ +47 23 10 53 20 หรือ 22 12 34 56 ใน พ.ศ. 2556"
)
THAI_WHOLE = "5 พฤศจิกายน 2555|45 000 บาท|12 กม.|ต่าง ๆ|+47 23 10 53 20|22 12 34 56|พ.ศ. 2556"


@pytest.mark.parametrize("width", range(LONGEST, 90))
def test_thai_lines_end_between_words(width: int) -> None:
    text = held(THAI, "th")
    lines = [""]
    for start, end in segments(text, "th"):
        if len((lines[-1] + text[start:end]).rstrip()) > width:
            lines.append("")
        lines[-1] += text[start:end]
    shown_lines = [line.replace(NO_BREAK_SPACE, " ") for line in lines]
    assert "".join(shown_lines) == THAI
    assert max(len(line.rstrip()) for line in lines) <= width
    for passage in THAI_WHOLE.split("|"):
        assert any(passage in line for line in shown_lines)
    assert not [line for line in lines if line[0] in "ๆฯ \u0e31\u0e33\u0e34\u0e35\u0e48\u0e49"]
