"""The work log as a PDF, for an office that wants a file."""

from collections.abc import Iterable
from datetime import date, datetime

from font_source_sans_pro import SourceSansPro, SourceSansProSemibold
from fpdf import FPDF
from fpdf.enums import TableBordersLayout, VAlign
from fpdf.fonts import FontFace, TTFFont

from highroad.app.queries.worklog import Worklog

FONT = "source-sans-pro"
WIDTHS = (14, 18, 24, 14, 18, 21, 13)  # of the columns, in shares
TITLE, TEXT, SMALL = 16, 9, 8  # points
LINE = 4.5  # millimetres
MARK = "■"  # for a letter the font lacks; it has those of Europe


class _Sheet(FPDF):
    """A sheet on its side, its number below."""

    def footer(self) -> None:
        """Which of how many."""
        self.set_y(-12)
        self.set_font(FONT, size=SMALL)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="C")


def as_pdf(found: Worklog, *, days: tuple[date, date], language: str, now: datetime) -> bytes:
    """A table over as many pages as it takes, each with the names of the columns."""
    sheet = _Sheet(orientation="landscape", format="A4")
    sheet.set_title(found.title)
    sheet.set_lang(language)
    sheet.set_creation_date(now)
    sheet.add_font(FONT, fname=SourceSansPro)
    sheet.add_font(FONT, style="B", fname=SourceSansProSemibold)
    sheet.add_page()
    sheet.set_font(FONT, style="B", size=TITLE)
    sheet.multi_cell(0, 8, _drawable(sheet, [found.title])[0], new_x="LMARGIN", new_y="NEXT")
    sheet.set_font(FONT, size=TEXT)
    sheet.cell(0, 7, f"{days[0]} – {days[1]}", new_x="LMARGIN", new_y="NEXT")
    with sheet.table(
        col_widths=WIDTHS,
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        headings_style=FontFace(emphasis="BOLD"),
        line_height=LINE,
        text_align="LEFT",
        v_align=VAlign.T,
        padding=1,
    ) as table:
        table.row(found.columns)
        for line in found.lines:
            table.row(_drawable(sheet, line.cells))
    return bytes(sheet.output())


def _drawable(sheet: FPDF, cells: Iterable[str]) -> list[str]:
    """The cells with a mark for each letter the font lacks; left in, it would vanish without a word."""
    font = sheet.current_font
    known = font.cmap if isinstance(font, TTFFont) else {}
    return ["".join(letter if ord(letter) in known else MARK for letter in cell) for cell in cells]
