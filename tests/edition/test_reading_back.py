"""The text that is copied, searched and read aloud is the text that went in, whichever program reads the file.

Each file is read by pdfium, poppler and pdf.js, what runs to the right also by mupdf and by poppler as it is painted;
POSTCARDS_READERS says by which, and every test's name ends in its reader. Poppler takes a page for a right-to-left one
if most of its letters are, so each right-to-left passage has more Arabic letters than Latin ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
import yaml
from pdf_readers import READERS, as_read, readers
from sheets import Passage, Sheets, set_sheets

STORIES = Path(__file__).parents[2] / "content" / "stories"
LANGUAGES = ["en", "nb", "ru", "ar", "fa-AF", "ti", "so", "ne"]

#: What has come back wrong from one reader or another.
AWKWARD = {
    "ar": [
        "عاش في أوسلو بين 2010–2012 ثم عاد إلى وطنه.",
        "دفع المكتب مبلغ 45 000 NOK لترميم البيت القديم.",
        "ساعدته المنظمة (IOM) في أوسلو.",
        "ساعده المجلس النرويجي للاجئين (Norwegian Refugee Council) في أوسلو وكابل.",
        "اتصل بالرقم \u2066+47 23 10 53 20\u2069 صباحاً.",
        "اتصل بالمكتب، الرقم: \u2066(+47) 23 10 53 20\u2069.",
        "يمكنك أن تكتب إلى post@imdi.no أو أن تقرأ www.imdi.no/ar متى شئت.",
        "أنفق 50% من المنحة، ثم 12.5% أخرى.",
        "عاد في 2012-11-22 بالطائرة.",
        "قال: «البيت يكسب رزقه».",
        "قال: “أنا سعيد” ثم صمت. وقالت: ‘نعم’.",
        'قال "نعم"، ثم (لا)!',
        "سأل “شكراً” وأجاب “كتابٌ”.",
        "هل تريد العودة؟ نعم، أريد؛ ولكن متى؟",
        "عاد؛ ثم عمل؛ ثم نجح: كان له محل.",
        "انتظر طويلاً… ثم عاد…",
        "قال «نعم…» ثم “لا…”",
        "وفي نوفمبر (تشرين الثاني) 2012 عاد بالطائرة، من 8:30 إلى 15:00.",
        "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
        "كَتَبَ ٱلْوَلَدُ رِسَالَةً إِلَى أُمِّهِ، وَقَالَ: «شُكْراً».",
        "لا بلا ولأن الأمل آملاً للاجئين، ولا بدَّ منه.",
        "منذ عودته إلى وطنه عن طريق IOM.",
        "- أولاً: العمل – ثانياً: البيت — ثالثاً: العودة إلى الوطن مع الأسرة كلها",
        "كتب إلى المكتب ‘post@imdi.no’ ثم عاد إلى بيته.",
        "قال “نعم” (لا) “لا” ثم صمت.",
        "مرض COVID-19 في كل مكان، وفي A/B أيضاً",
    ],
    "fa-AF": [
        "سال‌های ۲۰۱۰–۲۰۱۲ در ناروی بود.",
        "۴۵ ۰۰۰ کرون گرفت، یعنی ۵۰٪ کمک و ۱۲٫۵٪ دیگر.",
        "در ۲۰۱۲-۱۱-۲۲ ساعت ۱۲:۳۰ برگشت؛ چرا؟",
        "او (IOM) را می‌شناخت و نمی‌دانست…",
        "گفت: «می‌روم». گفتم: “نمی‌روم”!",
        "خانه‌ی ما، خانه‌ای دیگر، کتاب‌های‌شان، نُه سال.",
        "IOM ۸:۳۰؛ به وطن برگشته‌اند.",
        "دفتر مرکزی در ناروی شهر Oslo \u2066+47 23 10 53 20\u2069، ۴۵ ۰۰۰ کرون گرفته‌اند.",
    ],
    "ne": [
        "कि किताब क्षत्रिय ज्ञान गर्‍यो श्रीमती द्ध ट्ट",
        "क्‍ष र न्‌ व्यवस्था, हुनुहुन्थ्यो।",
        '"उहाँ" भन्नुभयो: २०१०–२०१२ (IOM) ४५ ००० NOK',
    ],
    "en": [
        "José, cafe\u0301 and sma\u030a; x\u0302 and Z\u030c\u0323 have none of their own.",
        "The IOM-office in the Oslo-region sends e-mail day-by-day and word-for-word, on-and-off.",
        "fi fl ffi: the office has affluent officials – “all” of them ‘fine’… 50% «so»",
    ],
    "ti": ["ኣስራት ብ2002፣ “ዝሓሸ” ህይወት (IOM) 45 000 NOK።"],
    "fr": ["Il a dit\u00a0: «\u00a0Oui\u202f; et vous\u202f?\u00a0» Non\u202f! – pas «\u00a0lui\u00a0»…"],
    "uk": ["обʼєднання «мʼяч»\u00a0— це „так“, 5′10″"],
    "ur": [
        "وہ ۲۰۱۲ میں اپنے گھر واپس گیا، اور اس نے ایک چھوٹی سی دکان کھولی۔ اب وہ خوش ہے۔",
        "اس نے کہا: ”شکریہ“ اور چل دیا؛ کیا آپ بھی چلیں گے؟",
        "آزادیوں، اقوامِ متحدہ (IOM) کی تعلیم و تربیت کا مجموعہ نستعلیق میں",
    ],
    "he": ["הוא חזר הביתה ופתח חנות קטנה בכפר.", "הילדה אמרה „שָׁלוֹם” ושאלה: מתי נצא? (IOM) אולי מחר…"],
    "bn": ["তিনি ২০১২ সালে বাড়ি ফিরে একটি ছোট দোকান খুললেন।", "ক্ষমতা, স্ত্রী, র‍্যাব, ব্রাহ্মণ, “উজ্জ্বল” (IOM) ৪৫ ০০০ NOK"],
    "pa": ["ਉਹ 2012 ਵਿੱਚ ਘਰ ਮੁੜ ਆਇਆ ਅਤੇ ਉਸ ਨੇ ਇੱਕ ਦੁਕਾਨ ਖੋਲ੍ਹੀ।", "ਪ੍ਰੇਮ, ਸ਼ਹਿਰ, ਖ਼ੁਸ਼ੀ, ਪੜ੍ਹਾਈ, “ਸੂਰਜ” (IOM) ੪੫ ੦੦੦ NOK"],
    "si": ["ඔහු 2012 දී ගෙදර ගොස් කුඩා කඩයක් විවෘත කළේය.", "ශ්‍රී ලංකාව, ක්‍ෂණයකින්, ප්‍රශ්නය, ස්ත්‍රිය, “ඖෂධ” (IOM) 45 000 NOK"],
    "ta": [
        "அவர் 2012 இல் வீட்டிற்குத் திரும்பி ஒரு சிறிய கடையைத் திறந்தார்.",
        "ஸ்ரீ, க்ஷணம், கொக்கு, கோழி, கௌரவம், “பெண்” (IOM) 45 000 NOK",
    ],
    "th": ["เขากลับบ้านในปี 2012 และเปิดร้านเล็ก ๆ ในหมู่บ้าน", "ผู้ใหญ่น้ำใจดี ปฏิญญา ญี่ปุ่น ฐานะ ที่นี่ “ขอบคุณ” (IOM) ๔๕ ๐๐๐ NOK"],
    "hy": ["Նա 2012 թվականին վերադարձավ տուն և բացեց փոքրիկ խանութ։", "Ինչո՞ւ, «այո՛», իհարկե՜ (IOM) 45 000 NOK"],
    "ka": ["ის 2012 წელს სახლში დაბრუნდა და პატარა მაღაზია გახსნა.", "„გმადლობთ“, „ძმაო“ (IOM) 45 000 NOK"],
    "vi": [
        "Anh ấy trở về nhà năm 2012 và mở một cửa hàng nhỏ ở làng.",
        "Ổ, Ễ, ngữ, đường, nghĩa, “trường” (IOM) 45 000 NOK",
    ],
    "kk": ["Ол 2012 жылы үйіне қайтып, ауылында шағын дүкен ашты: әке, өңір, ғұмыр, һәм."],
}

#: Names that run to the left in text that runs to the right.
MIXED = "Arabic is called العربية (ar), and Persian فارسی – “both” run to the left."

#: Passages in the other direction than the booklet's, among others of its own.
FOREIGN = [
    "* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999.",
    "post@imdi.no, www.imdi.no",
    "+47 23 10 53 20",
    "Storgata 12 (2nd floor), 0123 Oslo!",
]

#: Signs, and what stands before and after them.
SIGNS = [*'.,;:!?…–-/()[]«»“”‘’"%+،؛؟', "…”", ".»", "!)", "؟!", ".”", '."', "»،", "”؛"]
NEIGHBOURS = ["وطن{} عاد", "وطن {}عاد", "وطنٌ{} عاد", "سنة 2012{} عاد", "مكتب IOM{} عاد", "قال {}IOM عاد"]


@cache
def stories(language: str) -> Sheets:
    """A page a story that is told in the language: title, quote, summary."""
    pages = []
    for file in sorted(STORIES.glob(f"*/{language}.yaml")):
        text = yaml.safe_load(file.read_text("utf-8"))
        title = Passage(text["title"], 17, weight="bold", balanced=True)
        quote = Passage(text["quote"]["text"], 24, balanced=True)
        summary = [Passage(as_read(paragraph), divided=True) for paragraph in text["summary"].split("\n\n")]
        pages.append([title, quote, *summary])
    return set_sheets(pages, language)


@cache
def awkward(language: str) -> Sheets:
    """A page a passage, once as it is read and once as labels are set."""
    read = [[Passage(text)] for text in AWKWARD[language]]
    labels = [[Passage(text, 9.5, "sans")] for text in AWKWARD[language]]
    return set_sheets(read + labels, language)


@cache
def foreign() -> Sheets:
    """A page a passage, under one in the booklet's own language."""
    own = Passage(" ".join(AWKWARD["ar"][:4]))
    return set_sheets([[own, Passage(text, size=8, language="en")] for text in FOREIGN], "ar")


@cache
def signs() -> Sheets:
    """A page a sign, a line each way it can stand."""
    return set_sheets([[Passage(line.format(sign), 24, weight="bold") for line in NEIGHBOURS] for sign in SIGNS], "ar")


def with_readers(languages: Iterable[str]) -> pytest.MarkDecorator:
    """Each language with each reader that can read it."""
    pairs = [(language, reader) for language in languages for reader in readers(language)]
    return pytest.mark.parametrize(("language", "reader"), pairs)


def assert_read(sheets: Sheets, reader: str, folder: Path) -> None:
    """Every page of the file comes back whole, in logical order, and nothing else with it."""
    assert reader in READERS, f"POSTCARDS_READERS names {reader}; there are {', '.join(READERS)}"
    file = folder / "sheets.pdf"
    file.write_bytes(sheets.content)
    assert [as_read(page) for page in READERS[reader](file)] == sheets.expected(reader)


@with_readers(LANGUAGES)
def test_stories_come_back(language: str, reader: str, tmp_path: Path) -> None:
    assert_read(stories(language), reader, tmp_path)


@with_readers(AWKWARD)
def test_awkward_passages_come_back(language: str, reader: str, tmp_path: Path) -> None:
    assert_read(awkward(language), reader, tmp_path)


@pytest.mark.parametrize("reader", readers("ar"))
def test_names_that_run_to_the_left_come_back(reader: str, tmp_path: Path) -> None:
    assert_read(set_sheets([[Passage(MIXED)], [Passage(MIXED, 9.5, "sans")]], "en"), reader, tmp_path)


@pytest.mark.parametrize("reader", readers("ar"))
def test_foreign_passages_of_a_right_to_left_booklet_come_back(reader: str, tmp_path: Path) -> None:
    assert_read(foreign(), reader, tmp_path)


@pytest.mark.parametrize("reader", readers("ar"))
def test_signs_come_back_in_their_places(reader: str, tmp_path: Path) -> None:
    assert_read(signs(), reader, tmp_path)
